import { camp } from "../camp.ts";
import { editor } from "../editor.ts";
import { reasons } from "../reasons.ts";
import { suggestion } from "../suggestion.ts";

export const editorWords = { editor, camp, suggestion, reasons };
