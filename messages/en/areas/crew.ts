import { camp } from "../camp.ts";
import { crew } from "../crew.ts";
import { permission } from "../permission.ts";

export const crewWords = { camp, crew, permission };
