import { registration } from "../registration.ts";
import { release } from "../release.ts";
import { status } from "../status.ts";

export const statusWords = { registration, release, status };
