/** The languages there are: each is a folder beside this file, a line here, and its areas in `areas.tsx`. */
import { en, type Messages } from "./en.ts";

/** `name` as its own readers write it; `dir` which way they read. */
type Language = { name: string; dir: "ltr" | "rtl"; messages: Messages };

/** By the tag of BCP 47 that `Intl` and `<html lang>` take. The first is read where no camp says otherwise. */
export const LANGUAGES = {
  "en-GB": { name: "English", dir: "ltr", messages: en },
} as const satisfies Record<string, Language>;

export type Tag = keyof typeof LANGUAGES;
