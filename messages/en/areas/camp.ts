import { camp } from "../camp.ts";

export const campWords = { camp };
