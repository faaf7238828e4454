import { asked } from "../asked.ts";
import { desk } from "../desk.ts";
import { event } from "../event.ts";

export const deskWords = { asked, desk, event };
