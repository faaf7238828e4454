import { camp } from "../camp.ts";
import { editor } from "../editor.ts";
import { plan } from "../plan.ts";
import { reasons } from "../reasons.ts";

export const editorWords = { editor, camp, plan, reasons };
