import { and, eq, isNotNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { mailStates, post, postToSecond } from "#db/mail.ts";
import { tellChange } from "#db/mail-notice.ts";
import { readCodeSent } from "#db/registration/hold.ts";
import { move } from "#db/registration/move.ts";
import { tick } from "#db/registration/waiting.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { secondAddress } from "#db/schema/second-address.ts";
import { MAIL_KINDS, type MailKind } from "#domain/mail.ts";
import { goesToBoth } from "#domain/second-address.ts";
import { makeCamp, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { told } from "#tests/support/mail.ts";
import { askAt, confirmedAt, HOME, kindsTo } from "#tests/support/second-address.ts";

const { db } = await freshDatabase();
const KINDS = Object.keys(MAIL_KINDS) as MailKind[];
const FIRST = "person1@example.org";

async function ama() {
  const camp = await makeCamp(db);
  const id = await makePerson(db, camp, "waiting", { rank: 1 });
  return { camp, id };
}

/** A mail of every kind, as the commands post them. */
async function everyKind({ camp, id }: { camp: TestCamp; id: string }, occasion = "x") {
  const to = { eventId: camp.id, recipient: FIRST };
  const mails = KINDS.map((kind) => ({ ...told(kind, id), ...to, occasion: `${kind} ${id} ${occasion}` }));
  await db.transaction((tx) => post(tx, mails));
}

describe("a second address that nobody has confirmed, or that does not work", () => {
  it("gets nothing but its own confirmation, of all kinds of mail there are", async () => {
    const they = await ama();
    await askAt(db, they.id);
    await everyKind(they);
    expect(await kindsTo(db, they.camp.id, HOME)).toEqual(["second_asked"]);
  });

  it("gets nothing any more once mail came back, or was called spam", async () => {
    for (const stopped of [{ bouncedAt: NOON }, { complainedAt: NOON }]) {
      const they = await ama();
      await confirmedAt(db, they.id);
      await db.update(secondAddress).set(stopped).where(eq(secondAddress.registrationId, they.id));
      await everyKind(they);
      expect(await kindsTo(db, they.camp.id, HOME)).toEqual(["second_asked"]);
    }
  });
});

describe("a second address that works", () => {
  it("gets what is about their own place, each a mail of its own, and the first gets all as before", async () => {
    const they = await ama();
    await confirmedAt(db, they.id);
    await db.delete(outbox).where(eq(outbox.eventId, they.camp.id));
    await everyKind(they);
    // Repeating a command sends neither of them twice.
    await everyKind(they);
    expect((await kindsTo(db, they.camp.id, HOME)).sort()).toEqual(KINDS.filter(goesToBoth).sort());
    expect((await kindsTo(db, they.camp.id, FIRST)).sort()).toEqual([...KINDS].sort());
    const rows = await db.select().from(outbox).where(eq(outbox.eventId, they.camp.id));
    const copies = rows.filter(({ secondOf }) => secondOf === they.id);
    expect(copies.map(({ recipient }) => recipient)).toEqual(copies.map(() => HOME));
    for (const copy of copies) {
      const first = rows.find(({ kind, secondOf }) => kind === copy.kind && secondOf === null)!;
      const { id, occasion, recipient, secondOf, ...same } = copy;
      expect(first).toMatchObject({ ...same, createdAt: expect.any(Date), dueAt: expect.any(Date) });
      expect(id).not.toBe(first.id);
      expect(occasion).not.toBe(first.occasion);
    }
  });

  it("gets the mail of a place that comes up, and nobody else's", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    await db.update(event).set({ nextRank: 9 }).where(eq(event.id, camp.id));
    const id = await makePerson(db, camp, "waiting", { rank: 1 });
    const other = await makePerson(db, camp, "confirmed", { rank: 2 });
    await confirmedAt(db, id);
    await db.transaction(async (tx) => {
      const [row] = await tx.select().from(event).where(eq(event.id, camp.id));
      const [mine] = await tx.select().from(registration).where(eq(registration.id, other));
      const by = { actor: "camper", actorId: other } as const;
      await move(tx, row!, [mine!], { move: "give_back", to: "released", by }, NOON);
    });
    await tick(db, NOON);
    expect(await kindsTo(db, camp.id, HOME)).toEqual(["second_asked", "offered"]);
    const offers = and(eq(outbox.eventId, camp.id), eq(outbox.kind, "offered"));
    const facts = (await db.select().from(outbox).where(offers)).map((mail) => mail.facts);
    expect(facts[0]).toEqual(facts[1]);
  });

  it("is told of a changed camp also where mail to the first comes back", async () => {
    const { camp, id } = await ama();
    await confirmedAt(db, id);
    await makePerson(db, camp, "waiting", { rank: 2 });
    await db.update(registration).set({ bouncedAt: NOON }).where(eq(registration.eventId, camp.id));
    const when = { day: "2026-07-14", startsAt: NOON, zone: "Europe/London", place: "Leeds", days: [NOON] };
    await db.transaction((tx) =>
      tellChange(
        tx,
        camp.id,
        { was: { ...when, place: "Birmingham" }, is: when },
        { tell: true, retimed: new Map() },
      ),
    );
    const changed = and(eq(outbox.eventId, camp.id), eq(outbox.kind, "camp_changed"));
    const rows = await db.select().from(outbox).where(changed);
    expect(rows.map(({ recipient, secondOf }) => [recipient, secondOf])).toEqual([[HOME, id]]);
  });

  it("is no other person's address: what went to it for one is not asked of the other", async () => {
    const { camp, id } = await ama();
    await makePerson(db, camp, "waiting", { rank: 2, email: HOME });
    await confirmedAt(db, id);
    await everyKind({ camp, id });
    expect(
      await db.$count(outbox, and(eq(outbox.recipient, HOME), isNotNull(outbox.secondOf))),
    ).toBeGreaterThan(0);
    const asked = { eventId: camp.id, kinds: ["offered" as const], recipients: [HOME] };
    expect((await mailStates(db, asked)).size).toBe(0);
    await db.update(outbox).set({ sentAt: NOON }).where(eq(outbox.recipient, HOME));
    expect(await readCodeSent(db, { eventId: camp.id, email: HOME }, NOON)).toBe(null);
  });

  it("alone is written to where only it is to be, and nobody where there is none", async () => {
    const { camp, id } = await ama();
    const to = { eventId: camp.id, recipient: FIRST };
    const mail = () => ({ ...told("offered", id), ...to, occasion: newId() });
    await db.transaction((tx) => postToSecond(tx, [mail()]));
    expect(await kindsTo(db, camp.id, FIRST)).toEqual([]);
    await confirmedAt(db, id);
    await db.transaction((tx) => postToSecond(tx, [mail()]));
    expect(await kindsTo(db, camp.id, HOME)).toEqual(["second_asked", "offered"]);
    expect(await kindsTo(db, camp.id, FIRST)).toEqual(["second_confirmed"]);
  });
});
