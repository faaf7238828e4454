/** What a change of when and where does to offers that are open. */
import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { changeDetails, factsOf } from "#db/camp.ts";
import { markOf } from "#db/change.ts";
import { findEvent } from "#db/event.ts";
import { audit } from "#db/schema/audit.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { offerUntil } from "#domain/registration/offer.ts";
import { makeCamp, makeOrganiser, makePerson } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const DAY = 86_400_000;

/** Somebody is offered a place; then doors change on the same day. @returns until when it stands then */
async function withDoors(doors: string, offeredUntil: Date, now: Date) {
  const camp = await makeCamp(db);
  const organiser = await makeOrganiser(db, camp);
  const id = await makePerson(db, camp, "offered", { rank: 1, offeredUntil });
  const known = (await findEvent(db, camp.slug))!;
  const { name, strapline, place, day, zone } = known;
  const facts = { name, strapline, place, day, doors, zone };
  const asked = await changeDetails(db, organiser, markOf(factsOf(known)), facts, now);
  if (!asked.ok || !("asks" in asked.value)) throw new Error("nothing was asked");
  const agreed = { agreed: asked.value.agreement, tell: false };
  const saved = await changeDetails(db, organiser, markOf(factsOf(known)), facts, now, agreed);
  expect(saved.ok && "done" in saved.value).toBe(true);
  const [row] = await db.select().from(registration).where(eq(registration.id, id));
  const moved = await db.$count(audit, and(eq(audit.eventId, camp.id), eq(audit.act, "retime_offer")));
  const mails = await db.$count(outbox, eq(outbox.eventId, camp.id));
  return { until: row!.offeredUntil, moved, mails };
}

// Seen to end a day early and to be mailed about, when its time was counted anew.
it("leaves an open offer as it is when doors open a quarter of an hour earlier or later", async () => {
  const made = Date.parse("2026-06-30T11:00:00Z");
  const times = { startsAt: Date.parse("2026-07-14T08:00:00Z"), endsAt: Date.parse("2026-07-14T23:00:00Z") };
  const until = new Date(offerUntil(made, { ...times, zone: "Europe/London", offerHours: 48 })!);
  for (const doors of ["08:45", "09:15", "23:00"])
    for (const now of [new Date(made), new Date(made + DAY), new Date(made + 2 * DAY)])
      expect(await withDoors(doors, until, now), doors).toEqual({ until, moved: 0, mails: 0 });
});

it("ends an offer by doors that open before it would run out", async () => {
  const until = new Date("2026-07-14T07:50:00Z");
  const evening = new Date("2026-07-13T20:40:00Z");
  expect(await withDoors("08:45", until, evening)).toEqual({
    until: new Date("2026-07-14T07:45:00Z"),
    moved: 1,
    mails: 1,
  });
});
