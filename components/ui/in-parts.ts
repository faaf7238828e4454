/** As many parts, as even as can be, in order. */
export function inParts<Thing>(things: readonly Thing[], parts: number): Thing[][] {
  const from = (part: number) => Math.round((part * things.length) / parts);
  return Array.from({ length: parts }, (_, part) => things.slice(from(part), from(part + 1)));
}
