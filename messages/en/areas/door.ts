import { asked } from "../asked.ts";
import { door } from "../door.ts";

export const doorWords = { asked, door };
