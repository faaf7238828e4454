import { consequence } from "../consequence.ts";
import { demo } from "../demo.ts";

export const demoWords = { consequence, demo };
