import { consequence } from "../consequence.ts";
import { me } from "../me.ts";

export const meWords = { consequence, me };
