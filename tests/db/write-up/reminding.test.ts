/** The one reminder: to whoever was there and wrote nothing, two days later, once, and by the mail's own way out. */
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { audit } from "#db/schema/audit.ts";
import { day } from "#db/schema/day.ts";
import { checkIn } from "#db/schema/door.ts";
import { event } from "#db/schema/event.ts";
import { unwilling } from "#db/schema/group-mail.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { remindWriters } from "#db/write-up/reminding.ts";
import type { Attendee } from "#domain/viewer.ts";
import type { Message } from "#jobs/mail.ts";
import { sendNext } from "#jobs/mail-post.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper } from "#tests/support/pitching.ts";
import { campToWriteAbout, said, write } from "#tests/support/write-ups.ts";

const { db } = await freshDatabase();

const TWO_DAYS_LATER = new Date("2026-07-16T09:00:00Z");
const staying = new AbortController().signal;
const remind = (now = TWO_DAYS_LATER) => remindWriters(db, now, staying);

async function checkedIn({ registrationId, eventId }: Attendee): Promise<void> {
  const [first] = await db.select().from(day).where(eq(day.eventId, eventId));
  await db.insert(checkIn).values({ registrationId, dayId: first!.id, at: TWO_DAYS_LATER });
}

const addressOf = async ({ registrationId }: Attendee) =>
  (await db.select().from(registration).where(eq(registration.id, registrationId)))[0]!.email;

const reminded = async (eventId: string) =>
  (
    await db
      .select({ to: outbox.recipient })
      .from(outbox)
      .where(and(eq(outbox.eventId, eventId), eq(outbox.kind, "write_up_reminder")))
  )
    .map(({ to }) => to)
    .sort();

describe("the reminder", () => {
  it("goes to whoever was there, wrote nothing and never said no, once and not before its time", async () => {
    const { camp, ama, of } = await campToWriteAbout(db);
    const [quiet, absent, refuses, bounced] = await Promise.all(
      ["Quiet", "Absent", "Refuses", "Bounced"].map((name) => camper(db, camp, name)),
    );
    for (const who of [ama, quiet!, refuses!, bounced!]) await checkedIn(who);
    await write(db, ama, of.no_notes, said({ level: "me" }));
    await db.insert(unwilling).values({
      ...{ eventId: camp.eventId, email: await addressOf(refuses!), why: "asked" },
    });
    await db
      .update(registration)
      .set({ bouncedAt: TWO_DAYS_LATER })
      .where(eq(registration.id, bounced!.registrationId));
    await remind(new Date("2026-07-16T07:00:00Z"));
    expect(await reminded(camp.eventId)).toEqual([]);
    await Promise.all([remind(), remind(), remind()]);
    await checkedIn(absent!);
    await remind(new Date("2026-07-17T09:00:00Z"));
    expect(await reminded(camp.eventId)).toEqual([await addressOf(quiet!)]);
    // Three, without the lock of the camp.
    const log = and(eq(audit.eventId, camp.eventId), eq(audit.act, "remind_write_up"));
    expect(await db.$count(audit, log)).toBe(1);
  });

  it("goes to nobody of a demo, a rehearsal, a camp that was called off, or one of long ago", async () => {
    const camps = await Promise.all(Array.from({ length: 4 }, () => campToWriteAbout(db)));
    for (const { ama } of camps) await checkedIn(ama);
    const ids = camps.map(({ camp }) => camp.eventId);
    const [demo, copy, off, old] = ids as [string, string, string, string];
    const set = (id: string, values: Partial<typeof event.$inferInsert>) =>
      db.update(event).set(values).where(eq(event.id, id));
    await set(demo, { demo: true });
    await set(copy, { rehearsalOf: demo });
    await set(off, { phase: "called_off", haltedFrom: "tickets" });
    await set(old, { writeUpsAskedDay: "2026-07-14" });
    await remind();
    expect(await Promise.all(ids.map(reminded))).toEqual([[], [], [], []]);
    await set(off, { phase: "after", haltedFrom: null });
    await remind();
    expect(await reminded(off)).toEqual([]);
  });

  it("leads to what is to be written and out of such mail, and is dropped where somebody wrote meanwhile", async () => {
    const { camp, ama, of } = await campToWriteAbout(db);
    const late = await camper(db, camp, "Late");
    for (const who of [ama, late]) await checkedIn(who);
    await remind();
    await write(db, late, of.open);
    const sent: Message[] = [];
    const mailer = { deliver: async (_: unknown, message: Message) => void sent.push(message) };
    for (let turn = 0; (await sendNext(db, mailer as never, new Date(), turn)) === "more"; turn += 1);
    const theirs = sent.filter(({ text }) => text.includes(camp.slug));
    expect(theirs.map(({ recipient }) => recipient)).toEqual([await addressOf(ama)]);
    expect(theirs[0]!.text).toContain(`/e/${camp.slug}/write-up`);
    expect(theirs[0]!.unsubscribe).toContain(`/live/${camp.slug}/unsubscribe/`);
    const [dropped] = await db
      .select()
      .from(outbox)
      .where(eq(outbox.recipient, await addressOf(late)));
    expect(dropped!.failure).toBe("gone");
  });
});
