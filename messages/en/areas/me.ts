import { asked } from "../asked.ts";
import { me } from "../me.ts";

export const meWords = { asked, me };
