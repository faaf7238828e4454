import { asked } from "../asked.ts";
import { roundUp } from "../round-up.ts";

export const roundUpWords = { asked, roundUp };
