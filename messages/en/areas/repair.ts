import { repair } from "../repair.ts";

export const repairWords = { repair };
