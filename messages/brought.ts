import type { ReactNode } from "react";
import { bring } from "#messages/words.ts";
import type { Messages } from "./en.ts";

/** What draws an area once its words have arrived, as `lazy` takes it: nothing of its own. */
export function brought(locale: string, words: Partial<Messages>) {
  bring(locale, words);
  return { default: ({ children }: { children: ReactNode }) => children };
}
