import { common } from "../common.ts";

export const commonWords = { common };
