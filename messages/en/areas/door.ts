import { asked } from "../asked.ts";
import { door } from "../door.ts";
import { passOn } from "../pass-on.ts";
import { standby } from "../standby.ts";

export const doorWords = { asked, door, standby, passOn };
