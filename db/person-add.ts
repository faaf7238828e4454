/** Somebody whom an organiser adds by hand: a guest, a speaker, whoever cannot fill in a form. */
import { and, eq, or } from "drizzle-orm";
import { asking, NOTHING_AGREED, type Outcome } from "#db/change.ts";
import type { Database } from "#db/connection.ts";
import { lockEvent, readTimes } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { writeBrought } from "#db/people-import.ts";
import { countPlaces } from "#db/registration/place.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { readPlaces } from "#db/release.ts";
import { device } from "#db/schema/device.ts";
import { sector } from "#db/schema/event.ts";
import { person } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { fromRelease, overByHand } from "#domain/consequence/places.ts";
import { sameAddress } from "#domain/email-address.ts";
import { isOver } from "#domain/event.ts";
import { whyNotByHand } from "#domain/people.ts";
import { type BroughtAs, statusOf } from "#domain/people-import/state.ts";
import type { Refusal } from "#domain/refusal.ts";
import { beyondFree } from "#domain/registration/places.ts";
import { holdsPlace } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/** `id` is minted with the form, so that sending it twice adds nobody twice; `reason` in the organiser's words. */
export type Added = {
  id: string;
  name: string;
  email: string;
  sectorId: string;
  organisation: string;
  firstTime: boolean;
  as: BroughtAs;
  tell: boolean;
  reason: string;
};

type AddRefusal = Extract<
  Refusal,
  "not_found" | "bad_input" | "not_open" | "camp_over" | "registered_before"
>;

/**
 * With a place, even beyond the places of the camp or those that may be given out once that was agreed to, or at the back of the line. Told by mail unless the organiser
 * says not.
 * @returns their id; refused `registered_before` where the address was ever registered at the camp: they are moved
 *   instead, `bad_input` without a reason or with a sector of another camp, `camp_over` or `not_open` by `whyNotByHand`
 */
export async function addPerson(
  db: Database,
  crew: May<"movePeople">,
  added: Added,
  now: Date,
  agreed = NOTHING_AGREED,
): Promise<Result<Outcome<string>, AddRefusal>> {
  const { id, as, tell, reason, sectorId, ...given } = added;
  return transact<Outcome<string>, AddRefusal>(db, async (tx) => {
    const camp = await lockEvent(tx, crew.eventId);
    if (!camp) return refused("not_found");
    const email = sameAddress(given.email);
    const same = or(eq(registration.id, id), eq(registration.email, email));
    const [known] = await tx
      .select({ id: registration.id, email: registration.email })
      .from(registration)
      .where(and(eq(registration.eventId, camp.id), same));
    if (known) return known.id === id ? granted({ done: id }) : refused("registered_before");
    const { endsAt } = await readTimes(tx, camp);
    const over = isOver(camp.phase, endsAt, now.getTime());
    const closed = whyNotByHand(as === "places" ? "confirm" : "put_back_in_line", camp.phase, over);
    if (closed) return refused(closed);
    const here = and(eq(sector.id, sectorId), eq(sector.eventId, camp.id));
    if (reason.trim() === "" || (await tx.$count(sector, here)) === 0) return refused("bad_input");
    const status = statusOf(as);
    const counts = await countPlaces(tx, camp.id);
    const beyond = holdsPlace(status)
      ? [
          ...overByHand(camp, counts, "left"),
          ...fromRelease(1, beyondFree(await readPlaces(tx, camp, now), counts)),
        ]
      : [];
    const question = asking(beyond, agreed);
    if (question) return granted(question);
    // Nobody agreed to pictures by being added.
    const row = { id, ...given, email, sectorId, photos: false, verifiedAt: await provenAt(tx, email, now) };
    const how = { act: "add_by_hand", as, sectorId, tell, reason, over: beyond } as const;
    await writeBrought(tx, crew, camp, [row], how, now);
    await settlePlaces(tx, camp, now);
    await bump(tx, camp.id, ["people"]);
    return granted({ done: id });
  });
}

/** Whoever is signed in with an address reads it. */
async function provenAt(tx: Transaction, email: string, now: Date): Promise<Date | null> {
  const [reader] = await tx
    .select({ id: person.id })
    .from(person)
    .innerJoin(device, eq(device.personId, person.id))
    .where(eq(person.email, email))
    .limit(1);
  return reader ? now : null;
}
