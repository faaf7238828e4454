/** The languages there are: each is a folder beside this file, a line here, and its areas in `areas.tsx`. */
import { accentedWords } from "./accented/accent.ts";
import { en, type Messages } from "./en.ts";
import { lookup } from "./lookup.ts";

let made: Messages | undefined;

/** Made when it is first read, which outside of tests is never. */
function accentedEnglish(): Messages {
  made ??= accentedWords(en);
  return made;
}

/** `name` as its own readers write it; `dir` which way they read. */
type Language = { name: string; dir: "ltr" | "rtl"; messages: Messages };

/** By the tag of BCP 47 that `Intl` and `<html lang>` take. The first is read where no camp says otherwise. */
export const LANGUAGES = {
  "en-GB": { name: "English", dir: "ltr", messages: en },
  // For tests alone: no installation has it that does not name it in LANGUAGES.
  "el-x-accented": { name: "Accented", dir: "ltr", messages: lookup(accentedEnglish) },
} as const satisfies Record<string, Language>;

export type Tag = keyof typeof LANGUAGES;
