import { asked } from "../asked.ts";
import { badge } from "../badge.ts";
import { grid } from "../grid.ts";
import { me } from "../me.ts";
import { myDay } from "../my-day.ts";
import { pitch } from "../pitch.ts";
import { push } from "../push.ts";
import { star } from "../star.ts";
import { voting } from "../voting.ts";

export const meWords = { asked, badge, grid, me, myDay, pitch, push, star, voting };
