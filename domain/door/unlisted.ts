/** Whoever was let in by a ticket that is ours by its signature, before the list of the phone had its code. */
import type { DoorAct } from "#domain/door/check-in.ts";
import type { Guest, Here } from "#domain/door/guest.ts";

/** Kept on the phone until its list is new. It becomes a tap of its own id. */
export type Unlisted = Pick<DoorAct, "id" | "dayId" | "at" | "door"> & { code: string };

/** Since when somebody is in by their code alone. */
export function hereBy(unlisted: readonly Unlisted[], code: string, dayId: string): Here | null {
  const [first] = unlisted.filter((one) => one.code === code && one.dayId === dayId);
  return first ? { at: first.at, door: first.door, acts: [first.id] } : null;
}

/** On a list that is new: the taps they become, and the codes that are nobody's any more. */
export function settled(
  unlisted: readonly Unlisted[],
  guests: Iterable<Pick<Guest, "id" | "code">>,
): { acts: DoorAct[]; nobodys: string[] } {
  const ids = new Map([...guests].map(({ id, code }) => [code, id]));
  const acts = unlisted.flatMap(({ code, ...tap }) => {
    const registrationId = ids.get(code);
    return registrationId ? [{ ...tap, registrationId, kind: "in" as const, undoes: [] }] : [];
  });
  return { acts, nobodys: unlisted.map(({ code }) => code).filter((code) => !ids.has(code)) };
}
