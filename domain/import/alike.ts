/** Names that look alike. Only an organiser can say whether they are one; until then they are two. */
import type { ImportedRow } from "#domain/import/problem.ts";

export type AlikeKind = "person" | "room" | "pitch";

/** One question: is this name, first in this row, the same as that one? */
export type Alike = ImportedRow & {
  /** The same the next time the file is read. */
  id: string;
  kind: AlikeKind;
  name: string;
  other: string;
  /** Null when the other one is the camp's. */
  otherRow: number | null;
  same: boolean;
};

type Named = ImportedRow & { name: string };

export type AlikeRules = {
  kind: AlikeKind;
  /** What makes two names one without a question. */
  keyOf: (name: string) => string;
  /** What names may share that look alike. */
  likeness: (name: string) => readonly string[];
  /** Whether names of the file are compared with each other too, or with the camp's only. */
  among: boolean;
};

/**
 * Finds each name that looks like one before it and is not it: the questions, and by `keyOf` the names that are taken
 * for another.
 *
 * @param known names of the camp
 * @param answered questions that were answered "the same"
 */
export function findAlike(
  rules: AlikeRules,
  names: readonly Named[],
  known: readonly { name: string; likeness: readonly string[] }[],
  answered: ReadonlySet<string>,
): { asked: Alike[]; taken: Map<string, string> } {
  const { kind, keyOf, likeness, among } = rules;
  const first = new Map<string, { name: string; row: number | null }>();
  const seen = new Set<string>();
  for (const { name, likeness: shared } of known) {
    seen.add(keyOf(name));
    for (const like of shared) if (!first.has(like)) first.set(like, { name, row: null });
  }
  const asked: Alike[] = [];
  const taken = new Map<string, string>();
  for (const { name, row, file = 0 } of names) {
    const key = keyOf(name);
    if (seen.has(key)) continue;
    seen.add(key);
    const shared = likeness(name);
    const other = shared.map((like) => first.get(like)).find((one) => one !== undefined);
    if (other) {
      const id = JSON.stringify([kind, keyOf(other.name), key]);
      const same = answered.has(id);
      asked.push({ id, kind, file, row, name, other: other.name, otherRow: other.row, same });
      if (same) taken.set(key, other.name);
    } else if (among) for (const like of shared) if (!first.has(like)) first.set(like, { name, row });
  }
  return { asked, taken };
}
