import { camp } from "../camp.ts";
import { crew } from "../crew.ts";
import { permission } from "../permission.ts";
import { rota } from "../rota.ts";

export const crewWords = { camp, crew, permission, rota };
