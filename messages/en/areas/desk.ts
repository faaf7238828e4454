import { consequence } from "../consequence.ts";
import { desk } from "../desk.ts";
import { event } from "../event.ts";

export const deskWords = { consequence, desk, event };
