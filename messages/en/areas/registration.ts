import { registration } from "../registration.ts";
import { release } from "../release.ts";

export const registrationWords = { registration, release };
