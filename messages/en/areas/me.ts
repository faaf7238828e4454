import { asked } from "../asked.ts";
import { badge } from "../badge.ts";
import { me } from "../me.ts";
import { voting } from "../voting.ts";

export const meWords = { asked, badge, me, voting };
