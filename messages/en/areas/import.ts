import { imports } from "../import.ts";

export const importsWords = { imports };
