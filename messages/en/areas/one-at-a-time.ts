import { oneAtATime } from "../one-at-a-time.ts";

export const oneAtATimeWords = { oneAtATime };
