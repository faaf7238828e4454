import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { eraseMe } from "#db/erasure.ts";
import { forget } from "#db/forget.ts";
import { markBounced } from "#db/mail-bounce.ts";
import { giveBack } from "#db/registration/answer.ts";
import { mintLink } from "#db/registration/link.ts";
import { tick } from "#db/registration/waiting.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { transfer } from "#db/schema/transfer.ts";
import { unsettled } from "#db/schema/unsettled.ts";
import { acceptTransfer, readTransfer } from "#db/transfer/receiving.ts";
import { refused } from "#domain/result.ts";
import { makeOrganiser, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { moveAnyway } from "#tests/support/hand.ts";
import {
  AMA,
  campOfGivers,
  findBy,
  handOn,
  inTurn,
  mailsOf,
  statusOf,
  told,
} from "#tests/support/transfer.ts";

const { db } = await freshDatabase();
const LATE = new Date("2026-07-13T08:00:00Z");

const endOf = async (camp: TestCamp) =>
  (await db.select().from(transfer).where(eq(transfer.eventId, camp.id))).map(({ end, name, email }) => [
    end,
    name + email,
  ]);

it("leaves nobody's address in the outbox for longer than a month, who may know nothing of us", async () => {
  const { camp, giver } = await campOfGivers(db, 1);
  await handOn(db, giver);
  await giveBack(db, giver, NOON);
  const month = (days: number) => new Date(Date.now() + days * 86_400_000);
  await forget(db, month(29));
  expect(await mailsOf(db, camp)).toHaveLength(2);
  await forget(db, month(31));
  expect(await mailsOf(db, camp)).toEqual([]);
});

describe("a place on its way to somebody stays where it is", () => {
  it("once it is given back, and whoever was named is told", async () => {
    const { camp, giver } = await campOfGivers(db, 1);
    const token = await handOn(db, giver);
    await giveBack(db, giver, NOON);
    expect(await endOf(camp)).toEqual([["place_gone", ""]]);
    expect((await mailsOf(db, camp)).slice(1)).toEqual(["transfer_ended ama@example.org"]);
    expect((await readTransfer(db, token, NOON))?.ended).toBe("place_gone");
    expect(await acceptTransfer(db, token, told(camp), NOON)).toEqual(refused("transfer_gone"));
  });

  it.each(["remove", "put_back_in_line"] as const)("once an organiser's hand took it: %s", async (act) => {
    const { camp, giver } = await campOfGivers(db, 1);
    const crew = await makeOrganiser(db, camp);
    await handOn(db, giver);
    await moveAnyway(db, crew, giver, act, "Asked us to", NOON);
    expect(await endOf(camp)).toEqual([["place_gone", ""]]);
    expect(await mailsOf(db, camp)).toContain("transfer_ended ama@example.org");
    const ended = and(eq(audit.subjectId, giver), eq(audit.act, "end_transfer"));
    const [entry] = await db.select().from(audit).where(ended);
    expect(entry).toMatchObject({ actor: "crew", actorId: crew.personId, to: "place_gone" });
  });

  it("once its giver is forgotten, and nothing is kept of it", async () => {
    const { camp, giver } = await campOfGivers(db, 1);
    const token = await handOn(db, giver);
    await eraseMe(db, await mintLink(db, giver, { mailed: true, now: NOON }), NOON);
    expect([await endOf(camp), await readTransfer(db, token, NOON)]).toEqual([[], null]);
    expect(await mailsOf(db, camp)).toContain("transfer_ended ama@example.org");
  });

  it("once its last moment passed, by the clock, which tells both", async () => {
    const { camp, giver } = await campOfGivers(db, 1);
    await handOn(db, giver);
    await tick(db, NOON);
    expect(await endOf(camp)).toEqual([[null, AMA.name + AMA.email]]);
    await tick(db, LATE);
    await tick(db, LATE);
    expect(await endOf(camp)).toEqual([["too_late", ""]]);
    expect((await mailsOf(db, camp)).slice(1)).toEqual([
      "transfer_ended ama@example.org",
      "transfer_back person1@example.org",
    ]);
    expect(await statusOf(db, giver)).toBe("confirmed");
    const ended = and(eq(audit.subjectId, giver), eq(audit.act, "end_transfer"));
    const [entry] = await db.select().from(audit).where(ended);
    expect(entry).toMatchObject({ actor: "clock", actorId: null, to: "too_late" });
  });

  it("is due at that moment, and at no other while nothing changes", async () => {
    const { camp, giver } = await campOfGivers(db, 1);
    await handOn(db, giver);
    await tick(db, NOON);
    await tick(db, NOON);
    const due = await db.select().from(unsettled).where(eq(unsettled.eventId, camp.id));
    expect(due.map(({ dueAt }) => dueAt)).toEqual([LATE]);
  });

  it("once the organisers let no more be handed on, or the camp is over", async () => {
    for (const change of [{ transferHours: null }, { phase: "after" as const }]) {
      const { camp, giver } = await campOfGivers(db, 1);
      await handOn(db, giver);
      await db.update(event).set(change).where(eq(event.id, camp.id));
      await tick(db, NOON);
      expect(await endOf(camp)).toEqual([["too_late", ""]]);
    }
  });

  it("once mail to whoever was named comes back: the giver is told, and nothing else is written to it", async () => {
    const { camp, giver } = await campOfGivers(db, 1);
    await handOn(db, giver);
    const [mail] = await db.select().from(outbox).where(eq(outbox.recipient, AMA.email)).orderBy(outbox.id);
    const [open] = await db.select().from(transfer).where(eq(transfer.eventId, camp.id));
    const concerning = { eventId: camp.id, recipient: AMA.email, facts: { transferId: open!.id } };
    expect(mail).toBeDefined();
    for (let once = 0; once < 2; once += 1) await db.transaction((tx) => markBounced(tx, concerning, NOON));
    expect(await endOf(camp)).toEqual([["bounced", ""]]);
    expect((await mailsOf(db, camp)).slice(1)).toEqual(["transfer_back person1@example.org"]);
  });

  // Seen without reading it again, nor closing only what is open: taken after its giver was told that it stays theirs.
  it("or is taken, whichever is first", async () => {
    for (const clock of [true, false]) {
      const { camp, giver } = await campOfGivers(db, 1);
      const token = await handOn(db, giver);
      await tick(db, NOON);
      const before = new Date(LATE.getTime() - 1);
      const acts: (() => Promise<unknown>)[] = [
        () => tick(db, LATE),
        () => acceptTransfer(db, token, told(camp), before),
      ];
      await inTurn(db, camp, acts[clock ? 0 : 1]!, acts[clock ? 1 : 0]!);
      const ama = await findBy(db, camp, AMA.email);
      expect([ama?.status, await statusOf(db, giver)]).toEqual(
        clock ? [undefined, "confirmed"] : ["confirmed", "transferred"],
      );
      expect((await endOf(camp))[0]?.[0]).toBe(clock ? "too_late" : "accepted");
    }
  });
});
