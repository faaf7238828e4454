import { asked } from "../asked.ts";
import { writeUp } from "../write-up.ts";

export const writeUpWords = { asked, writeUp };
