import { asked } from "../asked.ts";
import { note } from "../note.ts";

export const noteWords = { asked, note };
