/**
 * A list of people from elsewhere, read beside the camp, shown, and written when an organiser says so: all of it in one
 * transaction. Whoever is there already is left as they are, so that the same list brings nobody twice.
 */
import { asc, eq } from "drizzle-orm";
import { asking, loggedOver, NOTHING_AGREED, type Outcome } from "#db/change.ts";
import type { Database, Store } from "#db/connection.ts";
import { type EventRow, lockEvent, readTimes } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { insertAll } from "#db/insert.ts";
import { bump } from "#db/live.ts";
import { post } from "#db/mail.ts";
import { endTakingBack } from "#db/registration/given-back.ts";
import { countPlaces } from "#db/registration/place.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { readPlaces } from "#db/release.ts";
import { audit } from "#db/schema/audit.ts";
import { event, sector } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { fromRelease, overByList } from "#domain/consequence/places.ts";
import type { Consequence } from "#domain/consequence.ts";
import { isOver } from "#domain/event.ts";
import { whyNotByHand } from "#domain/people.ts";
import type { ChosenColumns } from "#domain/people-import/columns.ts";
import { type Brought, type CampOfPeople, readPeople } from "#domain/people-import/read.ts";
import { type BroughtAs, type PeopleReport, reportOf, statusOf } from "#domain/people-import/state.ts";
import type { Refusal } from "#domain/refusal.ts";
import { beyondFree, takenPlaces } from "#domain/registration/places.ts";
import { holdsPlace, isLive } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

export type PeopleList = { text: string; columns: ChosenColumns };

/** `sectorId` is for whomever the list gives none, and empty where there is nobody such; `reason` in the organiser's words. */
export type Bringing = PeopleList & { as: BroughtAs; sectorId: string; tell: boolean; reason: string };

/** What a list would bring. Writes nothing. */
export async function previewPeople(
  db: Store,
  crew: May<"movePeople">,
  { text, columns }: PeopleList,
): Promise<PeopleReport> {
  const [camp] = await db.select().from(event).where(eq(event.id, crew.eventId));
  const read = readPeople(text, columns, await readCamp(db, crew.eventId));
  const taken = takenPlaces(await countPlaces(db, crew.eventId));
  return reportOf(read, Math.max(0, camp!.capacity - taken));
}

type ImportRefusal = Extract<
  Refusal,
  "not_found" | "bad_input" | "not_open" | "camp_over" | "not_possible_now"
>;

/**
 * Brings everybody of a list who can be brought, in its order: with a place each, even beyond the places of the camp
 * or those that may be given out once that was agreed to, or at the back of the line. Told by mail unless the organiser says not.
 * @returns refused `bad_input` without a reason or with a sector of another camp, `not_possible_now` for a list that
 *   cannot be read, `camp_over` or `not_open` by `whyNotByHand`
 */
export async function bringPeople(
  db: Database,
  crew: May<"movePeople">,
  bringing: Bringing,
  now: Date,
  agreed = NOTHING_AGREED,
): Promise<Result<Outcome<{ brought: number; leaves: number }>, ImportRefusal>> {
  return transact<Outcome<{ brought: number; leaves: number }>, ImportRefusal>(db, async (tx) => {
    const camp = await lockEvent(tx, crew.eventId);
    if (!camp) return refused("not_found");
    const { endsAt } = await readTimes(tx, camp);
    const over = isOver(camp.phase, endsAt, now.getTime());
    const closed = whyNotByHand(bringing.as === "places" ? "confirm" : "put_back_in_line", camp.phase, over);
    if (closed) return refused(closed);
    const known = await readCamp(tx, camp.id);
    const { people, left, trouble } = readPeople(bringing.text, bringing.columns, known);
    const ofCamp = known.sectors.some(({ id }) => id === bringing.sectorId);
    const lacking = people.some(({ sectorId }) => sectorId === null);
    if ((lacking && !ofCamp) || bringing.reason.trim() === "") return refused("bad_input");
    if (trouble) return refused("not_possible_now");
    const status = statusOf(bringing.as);
    const counts = await countPlaces(tx, camp.id);
    const beyond = holdsPlace(status)
      ? [
          ...overByList(camp, counts, people.length),
          ...fromRelease(people.length, beyondFree(await readPlaces(tx, camp, now), counts)),
        ]
      : [];
    const question = asking(beyond, agreed);
    if (question) return granted(question);
    if (people.length > 0) {
      await writeBrought(tx, crew, camp, people, { ...bringing, act: "import", over: beyond }, now);
      await settlePlaces(tx, camp, now);
      await bump(tx, camp.id, ["people"]);
    }
    return granted({ done: { brought: people.length, leaves: left.length } });
  });
}

/** A statement has room for so many and some more (65,535 values). */
const MAILS_AT_ONCE = 1_000;

/** Everybody who ever registered is read: a list may name any of them. */
async function readCamp(db: Store, eventId: string): Promise<CampOfPeople> {
  const people = await db
    .select({ email: registration.email, status: registration.status })
    .from(registration)
    .where(eq(registration.eventId, eventId));
  const sectors = await db
    .select({ id: sector.id, name: sector.name })
    .from(sector)
    .where(eq(sector.eventId, eventId))
    .orderBy(asc(sector.position));
  return { people: new Map(people.map(({ email, status }) => [email, isLive(status)])), sectors };
}

/** Writes people an organiser brings; `over` is what they agreed to, and is logged. The camp's row must be locked, and the caller settles the places afterwards. */
export async function writeBrought(
  tx: Transaction,
  crew: May<"movePeople"> | May<"checkIn">,
  camp: EventRow,
  people: readonly (Omit<Brought, "row"> & { id?: string; verifiedAt?: Date | null })[],
  {
    act,
    as,
    sectorId,
    tell,
    reason,
    over,
  }: Omit<Bringing, keyof PeopleList> & { act: "import" | "add_by_hand"; over: readonly Consequence[] },
  now: Date,
): Promise<void> {
  const status = statusOf(as);
  const { capacity, open } = await readPlaces(tx, camp, now);
  const { keptBack } = await countPlaces(tx, camp.id);
  const aside = holdsPlace(status) ? Math.max(0, capacity - open - keptBack) : 0;
  const rows = people.map((person, index) => ({
    ...{ id: person.id ?? newId(), eventId: camp.id, status, locale: camp.locale },
    ...{ name: person.name, email: person.email, organisation: person.organisation },
    ...{ firstTime: person.firstTime, photos: person.photos, sectorId: person.sectorId ?? sectorId },
    ...{ keptBack: index < aside, rank: camp.nextRank + index, registeredAt: now, changedAt: now },
    verifiedAt: person.verifiedAt ?? null,
    ticketCode: "",
  }));
  await insertAll(tx, registration, rows);
  await tx
    .update(event)
    .set({ nextRank: camp.nextRank + rows.length })
    .where(eq(event.id, camp.id));
  const why = reason.trim();
  const who = { actor: "crew" as const, actorId: crew.personId, reason: why };
  const by = { eventId: camp.id, at: now, ...who, detail: loggedOver(over) };
  await insertAll(
    tx,
    audit,
    rows.map(({ id }) => ({ id: newId(), ...by, act, subjectId: id, to: status })),
  );
  if (holdsPlace(status)) await endTakingBack(tx, camp, now);
  if (!tell) return;
  for (let at = 0; at < rows.length; at += MAILS_AT_ONCE)
    await post(
      tx,
      rows.slice(at, at + MAILS_AT_ONCE).map(({ id, email, locale }) => ({
        ...{ eventId: camp.id, occasion: id, recipient: email, locale },
        kind: "brought" as const,
        facts: { registrationId: id, status, reason: why },
      })),
    );
}
