import { camp } from "../camp.ts";
import { permission } from "../permission.ts";

export const crewWords = { camp, permission };
