import { door } from "../door.ts";

export const doorWords = { door };
