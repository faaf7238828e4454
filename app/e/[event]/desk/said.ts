/**
 * The answer to an act is a code and numbers in the address of the page it leads to, so that it works without
 * JavaScript; never a name. The words are made by that page.
 */
import { redirect } from "next/navigation";

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** `at` says which act it was. */
export type Heard = { code: string; numbers: readonly number[]; at: string };

/** @param part the part of the page to show @param keep other parameters to keep, also as an address says them */
export function answerAt(
  path: string,
  code: string,
  numbers: readonly number[] = [],
  { part = "", keep = "" }: { part?: string; keep?: string | Record<string, string> } = {},
): never {
  const query = new URLSearchParams(keep);
  query.set("said", [code, ...numbers].join("."));
  query.set("at", Date.now().toString(36));
  redirect(`${path}?${query}${part && `#${part}`}`);
}

/** Null when the address says nothing readable. */
export function heardFrom({ said, at }: SearchParams): Heard | null {
  const [code, ...numbers] = typeof said === "string" ? said.split(".") : [];
  if (!code || !numbers.every((text) => /^\d{1,9}$/.test(text))) return null;
  return { code, numbers: numbers.map(Number), at: String(at ?? "") };
}
