/**
 * An order of one's own for going through all pitches one at a time: whoever stops in the middle leaves out others than
 * their neighbour does, so that no pitch is seen more for having come first.
 */

/**
 * The pitches in the order of one person.
 *
 * @param seed whose order it is
 * @param before the order so far: those of it that are still here keep it, and what is new comes after them
 */
export function ownOrder(ids: readonly string[], seed: string, before: readonly string[] = []): string[] {
  const here = new Set(ids);
  const stay = before.filter((id) => here.has(id));
  const known = new Set(stay);
  const added = [...here].filter((id) => !known.has(id)).map((id) => ({ id, at: thrown(`${seed} ${id}`) }));
  return [...stay, ...added.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).map(({ id }) => id)];
}

/** 32 bits out of a text: FNV-1a, ended as MurmurHash3 is, so that ids that differ in their last letter are far apart. */
function thrown(text: string): number {
  let bits = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
