import { announcements } from "../announcements.ts";
import { asked } from "../asked.ts";
import { desk } from "../desk.ts";
import { event } from "../event.ts";

export const deskWords = { announcements, asked, desk, event };
