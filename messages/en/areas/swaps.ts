import { asked } from "../asked.ts";
import { swaps } from "../swaps.ts";

export const swapsWords = { asked, swaps };
