import { camp } from "../camp.ts";
import { consequence } from "../consequence.ts";

export const startWords = { camp, consequence };
