import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { eraseMe } from "#db/erasure.ts";
import { forget } from "#db/forget.ts";
import { newId } from "#db/id.ts";
import { post } from "#db/mail.ts";
import { markBounced } from "#db/mail-bounce.ts";
import { listMail } from "#db/mail-log.ts";
import { takeReports } from "#db/mail-report.ts";
import { readPersonalData } from "#db/personal-data.ts";
import { purgeDue } from "#db/purge.ts";
import { mendAddress, mendAddressByHand } from "#db/registration/address.ts";
import { mergePeople, previewMerge } from "#db/registration/merging.ts";
import { forgetBrowsers } from "#db/registration/reception.ts";
import { letGoUnproven } from "#db/registration/unproven.ts";
import { event } from "#db/schema/event.ts";
import { unwilling } from "#db/schema/group-mail.ts";
import { mailbox, outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { readSecond } from "#db/second-address/reading.ts";
import { acceptTransfer } from "#db/transfer/receiving.ts";
import { FIRST_PAGE } from "#domain/paging.ts";
import type { Status } from "#domain/registration.ts";
import { makeCamp, makeOrganiser, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { askAt, confirmedAt, HOME, kindsTo, pageOf, secondOf } from "#tests/support/second-address.ts";
import { AMA, handOn, told } from "#tests/support/transfer.ts";

const { db } = await freshDatabase();
const LATER = new Date(NOON.getTime() + 60_000);
const staying = new AbortController().signal;

async function ama(status: Status = "confirmed") {
  const camp = await makeCamp(db);
  await db.update(event).set({ nextRank: 50 }).where(eq(event.id, camp.id));
  const id = await makePerson(db, camp, status, { rank: 1 });
  await confirmedAt(db, id);
  return { camp, id, page: await pageOf(db, id), first: "person1@example.org" };
}
const rowOf = async (id: string) => (await db.select().from(registration).where(eq(registration.id, id)))[0];
const reachOf = async (id: string) => (await readSecond(db, id, LATER))?.reach ?? null;

/** An offer to both addresses. @returns the id of the mail to the second */
async function offered({ id: eventId }: TestCamp, registrationId: string, recipient: string) {
  const facts = { registrationId, until: LATER.toISOString() };
  const mail = { eventId, recipient, kind: "offered" as const, occasion: newId(), facts };
  await db.transaction((tx) => post(tx, mail));
  const copies = await db.select().from(outbox).where(eq(outbox.secondOf, registrationId));
  return copies.find(({ kind }) => kind === "offered")!.id;
}

describe("mail that comes back", () => {
  it("from the second address stops that alone, and from the first the first alone", async () => {
    const one = await ama();
    const about = { eventId: one.camp.id, facts: { registrationId: one.id } };
    await db.transaction((tx) => markBounced(tx, { ...about, recipient: HOME, secondOf: one.id }, LATER));
    expect([(await rowOf(one.id))?.bouncedAt, await reachOf(one.id)]).toEqual([null, "bounced"]);
    const two = await ama();
    const to = { eventId: two.camp.id, facts: { registrationId: two.id }, recipient: two.first };
    await db.transaction((tx) => markBounced(tx, to, LATER));
    expect([(await rowOf(two.id))?.bouncedAt, await reachOf(two.id)]).toEqual([LATER, "works"]);
  });

  it("is reported of the mail it was, or of the address where it is not said which", async () => {
    const { camp, id, first } = await ama();
    const mailId = await offered(camp, id, first);
    await db.update(outbox).set({ sentAt: NOON }).where(eq(outbox.id, mailId));
    const report = { what: "bounce", email: HOME, at: LATER.getTime() } as const;
    await takeReports(db, [{ ...report, mailId }], LATER);
    expect([(await rowOf(id))?.bouncedAt, await reachOf(id)]).toEqual([null, "bounced"]);
    const other = await ama();
    await takeReports(db, [{ ...report, mailId: null, at: NOON.getTime() - 1 }], LATER);
    expect(await reachOf(other.id)).toBe("works");
    await takeReports(db, [{ ...report, mailId: null }], LATER);
    expect(await reachOf(other.id)).toBe("bounced");
  });

  it("and a complaint about a mail to it ends what goes there, and what goes to a group is as willing as before", async () => {
    const { camp, id, first } = await ama();
    const mailId = await offered(camp, id, first);
    await takeReports(db, [{ what: "complaint", email: HOME, mailId, at: null }], LATER);
    expect(await reachOf(id)).toBe("unwanted");
    expect(await db.$count(unwilling, eq(unwilling.eventId, camp.id))).toBe(0);
  });
});

describe("a second address ends with what it was for", () => {
  it("where the place is handed on: whoever gets it has none", async () => {
    const { camp, id } = await ama();
    const token = await handOn(db, id);
    const taken = await acceptTransfer(db, token, told(camp), NOON);
    expect(taken.ok).toBe(true);
    expect(await secondOf(db, id)).toBe(null);
    const [receiver] = await db.select().from(registration).where(eq(registration.email, AMA.email));
    expect(await secondOf(db, receiver!.id)).toBe(null);
    expect(await kindsTo(db, camp.id, HOME)).toEqual([]);
  });

  it("of two that are merged, that of the one that goes: the other keeps its own", async () => {
    const { camp, id: stays } = await ama();
    const goes = await makePerson(db, camp, "waiting", { rank: 2 });
    await confirmedAt(db, goes, "old@example.org");
    const crew = await makeOrganiser(db, camp);
    const { mark } = (await previewMerge(db, crew, stays, goes))!;
    expect((await mergePeople(db, crew, { stays, goes, mark, reason: "Twice" }, NOON)).ok).toBe(true);
    expect([(await secondOf(db, stays))?.email, await secondOf(db, goes)]).toEqual([HOME, null]);
    expect(await kindsTo(db, camp.id, HOME)).toContain("merged");
    expect(await kindsTo(db, camp.id, "old@example.org")).toEqual([]);
  });

  it("where the crew gives the registration another address, or its owner that very one", async () => {
    const one = await ama();
    const crew = await makeOrganiser(db, one.camp);
    const given = { email: "new@example.org", reason: "A typo" };
    expect((await mendAddressByHand(db, crew, one.id, given, NOON)).ok).toBe(true);
    expect(await secondOf(db, one.id)).toBe(null);
    for (const [email, left] of [
      ["new@example.org", HOME],
      [HOME, null],
    ] as const) {
      const { id, page } = await ama("waiting");
      await db.update(registration).set({ bouncedAt: NOON }).where(eq(registration.id, id));
      expect((await mendAddress(db, page, email, NOON)).ok).toBe(true);
      expect((await secondOf(db, id))?.email ?? null).toBe(left);
    }
  });

  it("where somebody unproven comes to have the registration", async () => {
    const { id } = await ama();
    await db.transaction((tx) => forgetBrowsers(tx, id));
    expect(await secondOf(db, id)).toBe(null);
  });

  it("with its owner, at their wish: nothing that went to either address is left, and what went there for others is", async () => {
    for (const status of ["confirmed", "removed"] as const) {
      const { camp, id, first } = await ama();
      const mailId = await offered(camp, id, first);
      const shown = { id: mailId, recipient: HOME, subject: "A place", body: "", sentAt: NOON };
      await db.insert(mailbox).values(shown);
      const other = await makePerson(db, camp, "confirmed", { rank: 2 });
      await confirmedAt(db, other);
      await db.update(registration).set({ status }).where(eq(registration.id, id));
      expect((await eraseMe(db, await pageOf(db, id), NOON)).ok).toBe(true);
      expect(await secondOf(db, id)).toBe(null);
      expect(await db.$count(outbox, eq(outbox.secondOf, id))).toBe(0);
      expect(await db.$count(mailbox, eq(mailbox.id, mailId))).toBe(0);
      expect(await kindsTo(db, camp.id, HOME)).toEqual(["second_asked"]);
      expect((await secondOf(db, other))?.email).toBe(HOME);
    }
  });

  it("does not take the mail of whoever is registered with it, nor is theirs taken with it", async () => {
    const { camp, id, first } = await ama();
    await offered(camp, id, first);
    const other = await makePerson(db, camp, "waiting", { rank: 2, email: HOME });
    expect((await eraseMe(db, await pageOf(db, other), NOON)).ok).toBe(true);
    expect(await kindsTo(db, camp.id, HOME)).toEqual(["second_asked", "offered"]);
    await makePerson(db, camp, "waiting", { rank: 3, email: HOME, verified: false });
    const crew = await makeOrganiser(db, camp);
    const asked = await letGoUnproven(db, crew, "A flood", NOON);
    if (!asked.ok || !("asks" in asked.value)) throw new Error("not asked");
    expect((await letGoUnproven(db, crew, "A flood", NOON, asked.value.agreement)).ok).toBe(true);
    expect(await kindsTo(db, camp.id, HOME)).toEqual(["second_asked", "offered"]);
  });

  it("when nobody said yes in time, and so many days after the camp", async () => {
    const camp = await makeCamp(db);
    const id = await makePerson(db, camp, "confirmed", { rank: 1 });
    await askAt(db, id);
    const end = NOON.getTime() + 86_400_000;
    await forget(db, new Date(end));
    expect(await secondOf(db, id)).not.toBe(null);
    await forget(db, new Date(end + 1));
    expect(await secondOf(db, id)).toBe(null);
    await confirmedAt(db, id);
    await forget(db, new Date(end + 1));
    expect(await secondOf(db, id)).not.toBe(null);
    await purgeDue(db, new Date("2027-07-01T01:00:00Z"), staying);
    expect(await secondOf(db, id)).toBe(null);
    expect(await rowOf(id)).toBeDefined();
  });

  it("of whom it asked and who never answered, we know nothing a month later", async () => {
    const camp = await makeCamp(db);
    const id = await makePerson(db, camp, "confirmed", { rank: 1 });
    await askAt(db, id);
    await db.update(outbox).set({ createdAt: NOON, sentAt: NOON, facts: {} }).where(eq(outbox.secondOf, id));
    await forget(db, new Date(NOON.getTime() + 31 * 86_400_000));
    expect(await kindsTo(db, camp.id, HOME)).toEqual([]);
  });
});

describe("what is held of somebody", () => {
  it("has their second address and what went there, and nothing that went to it for somebody else", async () => {
    const { camp, id, first } = await ama();
    await offered(camp, id, first);
    const held = await readPersonalData(db, await pageOf(db, id), NOON);
    const ended = { bouncedAt: null, complainedAt: null };
    const at = NOON.toISOString();
    expect(held?.secondAddress).toEqual({ email: HOME, askedAt: at, verifiedAt: at, ...ended });
    // Those of one moment come in either order.
    expect(held?.mails.map(({ kind, toSecond }) => `${kind} ${toSecond}`).sort()).toEqual([
      "offered false",
      "offered true",
      "second_asked true",
      "second_confirmed false",
    ]);
    const other = await makePerson(db, camp, "waiting", { rank: 2, email: HOME });
    const theirs = await readPersonalData(db, await pageOf(db, other), NOON);
    expect([theirs?.secondAddress, theirs?.mails]).toEqual([null, []]);
  });

  it("is found by the crew in the log of mail under whose second address it is", async () => {
    const { camp, id, first } = await ama();
    await offered(camp, id, first);
    await makePerson(db, camp, "waiting", { rank: 2, email: HOME });
    const crew = await makeOrganiser(db, camp);
    const { items } = await listMail(db, crew, "all", FIRST_PAGE);
    expect(items.map(({ person }) => person?.id)).toEqual([id, id, id, id]);
  });
});
