import { asked } from "../asked.ts";
import { badge } from "../badge.ts";
import { me } from "../me.ts";
import { push } from "../push.ts";
import { star } from "../star.ts";
import { voting } from "../voting.ts";

export const meWords = { asked, badge, me, push, star, voting };
