import { registration } from "../registration.ts";
import { status } from "../status.ts";

export const statusWords = { registration, status };
