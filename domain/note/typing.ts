/** What somebody typed into a text area, and where the caret goes when others type. Lengths are UTF-16 code units. */

/** `removed` signs went from `at`, and `inserted` came there. */
export type Change = { at: number; removed: number; inserted: string };

const isTrail = (text: string, at: number) => /[\udc00-\udfff]/.test(text.charAt(at));

/**
 * The one change between two texts. Where several would do, the one that ends at the caret, as typing does: else a
 * second "l" typed into "hello" would be taken for one before it. No character is cut in half.
 * @param caret where it stands in `after`
 */
export function typedChange(before: string, after: string, caret: number): Change {
  const most = Math.min(before.length, after.length);
  let end = 0;
  const tail = Math.min(most, after.length - Math.min(Math.max(caret, 0), after.length));
  while (end < tail && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  let at = 0;
  while (at < most - end && before[at] === after[at]) at += 1;
  // Nothing at the caret: what is the same goes on behind it.
  while (end < most - at && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  while (at > 0 && (isTrail(before, at) || isTrail(after, at))) at -= 1;
  while (end > 0 && (isTrail(before, before.length - end) || isTrail(after, after.length - end))) end -= 1;
  return { at, removed: before.length - at - end, inserted: after.slice(at, after.length - end) };
}

/** As yjs tells of a change: what stays, comes and goes, from the beginning. */
export type Delta = readonly {
  retain?: number | undefined;
  insert?: unknown;
  delete?: number | undefined;
}[];

/** Where a caret stands after others typed. What comes right at it comes behind it. */
export function caretAfter(caret: number, delta: Delta): number {
  let [at, moved] = [0, caret];
  for (const { retain = 0, insert, delete: gone = 0 } of delta) {
    at += retain;
    const came = typeof insert === "string" ? insert.length : 0;
    if (came > 0) {
      if (at < moved) moved += came;
      at += came;
    }
    if (gone > 0 && at < moved) moved = Math.max(at, moved - gone);
  }
  return moved;
}
