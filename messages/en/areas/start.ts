import { asked } from "../asked.ts";
import { camp } from "../camp.ts";

export const startWords = { camp, asked };
