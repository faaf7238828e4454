import { help } from "../help.ts";

export const helpingWords = { help };
