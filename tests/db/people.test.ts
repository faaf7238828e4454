import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { moveByHand, readPeopleCounts } from "#db/people.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import type { Act } from "#domain/history.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const HOUR = 3_600_000;
const later = (hours: number) => new Date(NOON.getTime() + hours * HOUR);

/** One place, held by the first; two more wait. */
async function fullCamp() {
  const camp = await makeCamp(db, { capacity: 1 });
  const holder = await makePerson(db, camp, "confirmed", { rank: 1 });
  const next = await makePerson(db, camp, "waiting", { rank: 2 });
  const last = await makePerson(db, camp, "waiting", { rank: 3 });
  return { camp, holder, next, last };
}

describe("a place under the organiser's hand", () => {
  it("is told to whom it concerns, with the reason, in the same transaction", async () => {
    const { camp, holder, next, last } = await fullCamp();
    const olu = await makeOrganiser(db, camp);
    await moveByHand(db, olu, last, "confirm", "Our signer", NOON);
    await moveByHand(db, olu, holder, "put_back_in_line", "Came as a speaker", NOON);
    await moveByHand(db, olu, next, "remove", "Wrote to us", NOON);
    const letters = await db.select().from(outbox).where(eq(outbox.eventId, camp.id)).orderBy(outbox.id);
    expect(letters.map(({ kind, facts }) => [kind, facts.registrationId, facts.reason])).toEqual([
      ["given_place", last, "Our signer"],
      ["put_back", holder, "Came as a speaker"],
      ["removed", next, "Wrote to us"],
    ]);
  });

  // With the free strings of before, any change of the settings began the ten minutes anew.
  it("starts the idle alarm anew only when a place became free or somebody ready", async () => {
    const { camp, holder } = await fullCamp();
    await db.update(event).set({ phase: "draft" }).where(eq(event.id, camp.id));
    await db.update(registration).set({ status: "released" }).where(eq(registration.id, holder));
    await db.update(event).set({ phase: "tickets" }).where(eq(event.id, camp.id));
    const note = (act: Act, hour: number) =>
      db
        .insert(audit)
        .values({ id: crypto.randomUUID(), eventId: camp.id, at: later(hour), actor: "crew", act });
    const since = async () => (await readPeopleCounts(db, camp.id)).idleSince;
    const freeing = [
      "decline",
      "expire",
      "lapse",
      "give_back",
      "remove",
      "leave",
      "put_back_in_line",
      "prove",
    ] as const;
    for (const [hour, act] of [...freeing, "verify", "rules", "raise_capacity", "phase"].entries()) {
      await note(act as Act, hour);
      expect([act, await since()]).toEqual([act, later(hour).toISOString()]);
    }
    for (const act of ["settings", "bounce", "import", "invite", "accept", "offer"] as const)
      await note(act, 90);
    expect(await since()).toBe(later(11).toISOString());
  });
});
