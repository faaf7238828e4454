import { eq, sql } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { giveBack } from "#db/registration/answer.ts";
import { event } from "#db/schema/event.ts";
import { mailbox, outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { clock } from "#jobs/clock.ts";
import { makeCamp, makePerson } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const HOUR = 3_600_000;

/** What several workers do in one second. */
const beat = (now: Date, workers = 3) =>
  Promise.all(
    Array.from({ length: workers }, () =>
      clock.map((job) => job.run(db, now, new AbortController().signal)),
    ).flat(),
  );

it("offers, expires, passes on and mails by itself, once each, whoever many workers keep it", async () => {
  const camp = await makeCamp(db, { capacity: 1 });
  // Mail goes out by the process's own clock, so the camp's days are counted from there.
  const now = new Date();
  await db
    .update(event)
    .set({ startsAt: new Date(now.getTime() + 30 * 24 * HOUR) })
    .where(eq(event.id, camp.id));
  const holder = await makePerson(db, camp, "confirmed", { rank: 1 });
  const next = await makePerson(db, camp, "waiting", { rank: 2 });
  const last = await makePerson(db, camp, "waiting", { rank: 3 });
  await giveBack(db, holder, now);
  await beat(now);
  const later = new Date(now.getTime() + 7 * 24 * HOUR);
  await beat(later);
  await beat(later);
  const rows = await db.select().from(registration).orderBy(registration.rank);
  expect(rows.map(({ id, status }) => [id, status])).toEqual([
    [holder, "released"],
    [next, "expired"],
    [last, "offered"],
  ]);
  const subjects = (await db.select().from(mailbox).orderBy(mailbox.recipient, mailbox.subject)).map(
    ({ recipient, subject }) => `${recipient}: ${subject.replace(/ until .*/, "")}`,
  );
  expect(subjects).toEqual([
    "person2@example.org: A place at Testcamp is yours",
    "person2@example.org: The place at Testcamp is no longer kept for you",
    "person3@example.org: A place at Testcamp is yours",
  ]);
  expect((await db.select().from(outbox)).every(({ sentAt }) => sentAt !== null)).toBe(true);
});

// Seen to leave every camp after the one that failed without its beat.
it("sees to every other camp where one fails, and says which failed and nobody's address", async () => {
  const now = new Date();
  const startsAt = new Date(now.getTime() + 30 * 24 * HOUR);
  const camps = [
    await makeCamp(db, { startsAt }),
    await makeCamp(db, { startsAt }),
    await makeCamp(db, { startsAt }),
  ];
  const ends = { offeredUntil: new Date(now.getTime() - HOUR) };
  for (const camp of camps) await makePerson(db, camp, "offered", { rank: 1, ...ends });
  for (const camp of camps) await makePerson(db, camp, "waiting", { rank: 2 });
  const broken = camps[1]!;
  await db.execute(sql`create function fail() returns trigger language plpgsql as
    $$ begin raise exception 'cannot write %', new.email; end $$`);
  await db.execute(
    sql.raw(
      `create trigger fail before update on registration for each row when (new.event_id = '${broken.id}') execute function fail()`,
    ),
  );
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  await beat(now, 1);
  const words = said.mock.calls.flat().join("\n");
  said.mockRestore();
  const statuses = async (eventId: string) =>
    (
      await db.select().from(registration).where(eq(registration.eventId, eventId)).orderBy(registration.rank)
    ).map(({ status }) => status);
  expect(await Promise.all(camps.map(({ id }) => statuses(id)))).toEqual([
    ["expired", "offered"],
    ["offered", "waiting"],
    ["expired", "offered"],
  ]);
  expect(words).toContain(broken.id);
  expect(words).not.toContain("@example.org");
});
