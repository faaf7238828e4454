/** The outbox: whose turn it is, what became of a mail, and what never leaves. */
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import {
  isMailHeld,
  mailStates,
  markSent,
  post,
  postpone,
  releaseHeld,
  staysHere,
  takeDue,
} from "#db/mail.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { person } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { MAIL_KINDS, type MailKind, NO_ANSWER, takenBy, urgencyOf } from "#domain/mail.ts";
import { makeCamp, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { told } from "#tests/support/mail.ts";

const { db } = await freshDatabase();
const KINDS = Object.keys(MAIL_KINDS) as MailKind[];
const at = (second: number) => new Date(NOON.getTime() + second * 1_000);

beforeEach(async () => void (await db.delete(outbox)));

async function waiting(kind: MailKind, second: number, recipient = "a@example.org"): Promise<string> {
  const occasion = newId();
  await db.transaction((tx) => post(tx, { ...told(kind, newId()), eventId: null, occasion, recipient }));
  const [row] = await db
    .update(outbox)
    .set({ dueAt: at(second), createdAt: at(second) })
    .where(eq(outbox.occasion, occasion))
    .returning({ id: outbox.id });
  return row!.id;
}

it("takes the most urgent and then the oldest, and every fourth time the oldest of all", async () => {
  const mail = fc.record({ kind: fc.constantFrom(...KINDS), due: fc.nat(20) });
  await fc.assert(
    fc.asyncProperty(fc.array(mail, { minLength: 1, maxLength: 12 }), async (mails) => {
      await db.delete(outbox);
      let left = [];
      for (const { kind, due } of mails) left.push({ kind, due, id: await waiting(kind, due) });
      for (let turn = 0; left.length > 0; turn++) {
        const byAge = takenBy(turn) === "age";
        const rank = ({ kind }: { kind: MailKind }) => (byAge ? 0 : urgencyOf(kind));
        const [expected] = [...left].sort(
          (a, b) => rank(a) - rank(b) || a.due - b.due || (a.id < b.id ? -1 : 1),
        );
        const taken = await db.transaction(async (tx) => {
          const due = await takeDue(tx, at(20), turn);
          await markSent(tx, due!.id, at(20));
          return due;
        });
        expect(taken?.id).toBe(expected!.id);
        left = left.filter(({ id }) => id !== taken!.id);
      }
    }),
    { numRuns: 8 },
  );
});

it("gives the same mail to nobody else while it is held", async () => {
  const id = await waiting("sign_in", 0);
  await db.transaction(async (tx) => {
    expect((await takeDue(tx, at(1), 0))?.id).toBe(id);
    expect(await db.transaction((other) => takeDue(other, at(1), 0))).toBeNull();
  });
});

it("makes everything due that waited for a mail server, and nothing else, once it answers", async () => {
  const [held, busy] = [await waiting("invited", 0), await waiting("invited", 0)];
  expect(await isMailHeld(db)).toBe(false);
  await db.transaction((tx) => postpone(tx, held, NO_ANSWER, at(600)));
  await db.transaction((tx) => postpone(tx, busy, "Error", at(600)));
  expect(await isMailHeld(db)).toBe(true);
  await db.transaction((tx) => releaseHeld(tx, at(5)));
  expect(await isMailHeld(db)).toBe(false);
  const rows = await db.select({ id: outbox.id, dueAt: outbox.dueAt }).from(outbox);
  expect(Object.fromEntries(rows.map(({ id, dueAt }) => [id, dueAt]))).toEqual({
    [held]: at(5),
    [busy]: at(600),
  });
});

it("says the state of the newest mail to each address, for the asked kinds and camp alone", async () => {
  const first = await waiting("invited", 0, "one@example.org");
  await db.transaction((tx) => markSent(tx, first, at(1)));
  await waiting("invited", 2, "one@example.org");
  await waiting("sign_in", 3, "two@example.org");
  const asked = {
    eventId: null,
    kinds: ["invited" as const],
    recipients: ["one@example.org", "two@example.org"],
  };
  expect([...(await mailStates(db, asked))]).toEqual([
    ["one@example.org", { state: "queued", since: at(2).toISOString() }],
  ]);
  const camp = await makeCamp(db);
  expect((await mailStates(db, { ...asked, eventId: camp.id })).size).toBe(0);
});

it("keeps here what is of a demo camp, and what is to somebody whom only demo camps know", async () => {
  const [real, demo] = [await makeCamp(db), await makeCamp(db)];
  await makePerson(db, real, "confirmed", { rank: 1 });
  await makePerson(db, demo, "confirmed", { rank: 2 });
  await db.insert(person).values({ id: newId(), email: "owner@example.org", name: "Olu", owner: true });
  const to = (recipient: string, eventId: string | null = null) => {
    const mail = { eventId, kind: "sign_in" as const, occasion: "", recipient, facts: {} };
    return db.transaction((tx) => staysHere(tx, mail));
  };
  // Without a demo nothing stays, not even a mail to somebody who is nobody's any more.
  expect(await to("person2@example.org")).toBe(false);
  expect(await to("gone@example.org")).toBe(false);
  await db.update(event).set({ demo: true }).where(eq(event.id, demo.id));
  expect([
    await to("person1@example.org"),
    await to("owner@example.org"),
    await to("person2@example.org"),
    await to("stranger@example.org"),
    await to("person1@example.org", real.id),
    await to("person1@example.org", demo.id),
  ]).toEqual([false, false, true, true, false, true]);
});

it("is written in the language of the registration, else of the camp, else of the installation", async () => {
  const camp = await makeCamp(db);
  await db.update(event).set({ locale: "el-x-accented" }).where(eq(event.id, camp.id));
  await makePerson(db, camp, "confirmed", { rank: 1 });
  const [row] = await db.update(registration).set({ locale: "cy" }).returning();
  const { email } = row!;
  const recipients: [string | null, string, string | undefined][] = [
    [camp.id, email, undefined],
    [camp.id, "nobody@example.org", undefined],
    [null, email, undefined],
    [camp.id, email, "de"],
  ];
  const mails = recipients.map(([eventId, recipient, locale]) => ({
    ...told("offered", newId()),
    ...{ eventId, recipient, locale, occasion: newId() },
  }));
  await db.transaction((tx) => post(tx, mails));
  const kept = await db.select().from(outbox);
  const localeOf = new Map(kept.map(({ occasion, locale }) => [occasion, locale]));
  expect(mails.map(({ occasion }) => localeOf.get(occasion))).toEqual(["cy", "el-x-accented", "en-GB", "de"]);
});
