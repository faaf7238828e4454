import { asked } from "../asked.ts";
import { demo } from "../demo.ts";

export const demoWords = { asked, demo };
