/** People of a camp with cards on its board, for tests of swaps. */
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { sector } from "#db/schema/event.ts";
import { putUp } from "#db/swap/card.ts";
import { findSwaps } from "#db/swap/finding.ts";
import type { Phase } from "#domain/event.ts";
import { type CardKind, type CardSays, LOOK_MINUTES } from "#domain/swap.ts";
import type { Attendee } from "#domain/viewer.ts";
import { makeCamp, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";

export type SwapCamp = TestCamp & { central: string };

/** A camp with two sectors. */
export async function swapCamp(db: Database, phase: Phase = "after"): Promise<SwapCamp> {
  const camp = await makeCamp(db, { phase });
  const central = newId();
  await db.insert(sector).values({ id: central, eventId: camp.id, name: "Central government", position: 1 });
  return { ...camp, central };
}

let rank = 0;

/** Somebody with a place. Tests mint the brand themselves; handlers get it from the viewer. */
export async function swapper(
  db: Database,
  camp: TestCamp,
  name: string,
  sectorId = camp.sectorId,
): Promise<Attendee> {
  rank += 1;
  const email = `${name.toLowerCase()}.${rank}@example.org`;
  const registrationId = await makePerson(db, camp, "confirmed", { rank, email, sectorId });
  return { registrationId, eventId: camp.id, name } as Attendee;
}

export const says = (kind: CardKind, area: string, rest: Partial<CardSays> = {}): CardSays => ({
  ...{ kind, area, way: kind === "seats" ? null : "visit", seats: kind === "seats" ? 2 : 0 },
  ...{ days: "", managerAgreed: true, line: "", ...rest },
});

/** Puts up a card. @returns its id */
export async function put(db: Database, who: Attendee, card: CardSays, now = NOON): Promise<string> {
  const id = newId();
  const done = await putUp(db, who, { id, ...card }, now);
  if (!done.ok) throw new Error(done.refusal);
  return id;
}

/** Shows one thing and wants another. */
export async function swaps(db: Database, who: Attendee, show: string, see: string, now = NOON) {
  return [await put(db, who, says("show", show), now), await put(db, who, says("see", see), now)] as const;
}

/** When what fits is looked for, if cards changed then. */
export const soon = (now = NOON) => new Date(now.getTime() + LOOK_MINUTES * 60_000);

/** Looks at every camp whose time has come. @returns that time */
export async function look(db: Database, now = NOON): Promise<Date> {
  await findSwaps(db, soon(now));
  return soon(now);
}
