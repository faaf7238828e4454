import { registration } from "../registration.ts";

export const registrationWords = { registration };
