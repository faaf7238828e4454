import { asked } from "../asked.ts";
import { badge } from "../badge.ts";
import { me } from "../me.ts";

export const meWords = { asked, badge, me };
