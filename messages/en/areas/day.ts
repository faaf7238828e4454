import { grid } from "../grid.ts";
import { me } from "../me.ts";
import { myDay } from "../my-day.ts";

export const dayWords = { grid, me, myDay };
