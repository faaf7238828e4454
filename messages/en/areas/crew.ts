import { camp } from "../camp.ts";
import { crew } from "../crew.ts";
import { passkey } from "../passkey.ts";
import { permission } from "../permission.ts";
import { rota } from "../rota.ts";

export const crewWords = { camp, crew, passkey, permission, rota };
