import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { moveByHand, readPeopleCounts } from "#db/people.ts";
import { listPeople } from "#db/people-list.ts";
import { acceptOffer, declineOffer, giveBack, leaveLine, rejoinLine } from "#db/registration/answer.ts";
import { countPlaces } from "#db/registration/place.ts";
import { offerFreePlaces, tick } from "#db/registration/waiting.ts";
import { register } from "#db/registration.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { USUAL_VIEW } from "#domain/people-view.ts";
import { refused } from "#domain/result.ts";
import { formFor, makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const HOUR = 3_600_000;
const later = (hours: number) => new Date(NOON.getTime() + hours * HOUR);
const statusOf = async (id: string) =>
  (await db.select().from(registration).where(eq(registration.id, id)))[0]?.status;

/** One place, held by the first; two more wait. */
async function fullCamp() {
  const camp = await makeCamp(db, { capacity: 1 });
  const holder = await makePerson(db, camp, "confirmed", { rank: 1 });
  const next = await makePerson(db, camp, "waiting", { rank: 2 });
  const last = await makePerson(db, camp, "waiting", { rank: 3 });
  return { camp, holder, next, last };
}

describe("a place given back", () => {
  it("is offered to the next in line at once, with a time to answer and one mail", async () => {
    const { camp, holder, next, last } = await fullCamp();
    expect(await giveBack(db, holder, NOON)).toEqual({ ok: true, value: "released" });
    expect([await statusOf(holder), await statusOf(next), await statusOf(last)]).toEqual([
      "released",
      "offered",
      "waiting",
    ]);
    const mails = await db.select().from(outbox).where(eq(outbox.eventId, camp.id));
    expect(mails.map((mail) => [mail.kind, mail.facts.registrationId])).toEqual([["offered", next]]);
    const log = await db.select().from(audit).where(eq(audit.eventId, camp.id)).orderBy(audit.id);
    expect(log.map((entry) => [entry.act, entry.subjectId, entry.to])).toEqual([
      ["give_back", holder, "released"],
      ["offer", next, "offered"],
    ]);
  });

  it("skips whoever has not confirmed their address, without costing them their turn", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    const holder = await makePerson(db, camp, "confirmed", { rank: 1 });
    const unverified = await makePerson(db, camp, "waiting", { rank: 2, verified: false });
    const ready = await makePerson(db, camp, "waiting", { rank: 3 });
    await giveBack(db, holder, NOON);
    expect([await statusOf(unverified), await statusOf(ready)]).toEqual(["waiting", "offered"]);
  });

  it("is offered for as long as the camp gives at most, and for less as the day nears", async () => {
    for (const [now, ends] of [
      [NOON, "2026-06-24T14:00:00.000Z"],
      [new Date("2026-07-13T11:00:00Z"), "2026-07-13T11:30:00.000Z"],
    ] as const) {
      const { camp, holder, next } = await fullCamp();
      await db.update(event).set({ offerHours: 3 }).where(eq(event.id, camp.id));
      await giveBack(db, holder, now);
      const [row] = await db.select().from(registration).where(eq(registration.id, next));
      expect(row!.offeredUntil?.toISOString()).toBe(ends);
    }
  });

  it("given back twice moves one place", async () => {
    const { camp, holder } = await fullCamp();
    const results = await Promise.all([giveBack(db, holder, NOON), giveBack(db, holder, NOON)]);
    expect(results).toEqual([
      { ok: true, value: "released" },
      { ok: true, value: "released" },
    ]);
    expect(await countPlaces(db, camp.id)).toMatchObject({ confirmed: 0, offered: 1, waiting: 1 });
  });

  it("waits for nobody while offers are off, until the organiser presses the button", async () => {
    const { camp, holder, next } = await fullCamp();
    await db.update(event).set({ offersOn: false }).where(eq(event.id, camp.id));
    await giveBack(db, holder, NOON);
    await tick(db, NOON);
    expect(await statusOf(next)).toBe("waiting");
    expect(await offerFreePlaces(db, await makeOrganiser(db, camp), NOON)).toEqual({ ok: true, value: 1 });
    expect(await statusOf(next)).toBe("offered");
  });
});

describe("an offer", () => {
  it("accepted is a place; accepting twice at once is one place", async () => {
    const { camp, holder, next } = await fullCamp();
    await giveBack(db, holder, NOON);
    const results = await Promise.all([acceptOffer(db, next, later(1)), acceptOffer(db, next, later(1))]);
    expect(results).toEqual([
      { ok: true, value: "confirmed" },
      { ok: true, value: "confirmed" },
    ]);
    expect(await countPlaces(db, camp.id)).toMatchObject({ confirmed: 1, offered: 0, waiting: 1 });
    expect(await db.$count(audit, eq(audit.act, "accept"))).toBe(1);
  });

  it("declined goes to the next", async () => {
    const { holder, next, last } = await fullCamp();
    await giveBack(db, holder, NOON);
    await declineOffer(db, next, NOON);
    expect([await statusOf(next), await statusOf(last)]).toEqual(["declined", "offered"]);
  });

  it("that runs out ends on the next beat and goes to the next", async () => {
    const { holder, next, last } = await fullCamp();
    await giveBack(db, holder, NOON);
    await tick(db, later(200));
    expect([await statusOf(next), await statusOf(last)]).toEqual(["expired", "offered"]);
  });

  it("cannot be taken once its time has passed, even before the clock has said so", async () => {
    const { holder, next } = await fullCamp();
    await giveBack(db, holder, NOON);
    expect(await acceptOffer(db, next, later(200))).toEqual({ ok: false, refusal: "offer_gone" });
    expect(await statusOf(next)).toBe("offered");
  });

  it("whose mail came back keeps its clock stopped", async () => {
    const { holder, next } = await fullCamp();
    await giveBack(db, holder, NOON);
    await db.update(registration).set({ bouncedAt: NOON }).where(eq(registration.id, next));
    await tick(db, later(200));
    expect(await statusOf(next)).toBe("offered");
  });

  // Without the camp's lock both freed places were offered to the same person, and one stood idle.
  it("running out while a place is given back sends both places on, to two different people", async () => {
    const round = async () => {
      const camp = await makeCamp(db, { capacity: 2 });
      const organiser = await makeOrganiser(db, camp);
      const holder = await makePerson(db, camp, "confirmed", { rank: 1 });
      await makePerson(db, camp, "offered", { rank: 2, offeredUntil: later(1) });
      const third = await makePerson(db, camp, "waiting", { rank: 3 });
      const fourth = await makePerson(db, camp, "waiting", { rank: 4 });
      await Promise.all([giveBack(db, holder, later(1)), offerFreePlaces(db, organiser, later(1))]);
      return [await statusOf(third), await statusOf(fourth)];
    };
    const rounds = await Promise.all(Array.from({ length: 30 }, round));
    expect(rounds).toEqual(rounds.map(() => ["offered", "offered"]));
  });
});

describe("the line", () => {
  it("can be left, and left twice", async () => {
    const { next } = await fullCamp();
    expect(await leaveLine(db, next, NOON)).toEqual({ ok: true, value: "left" });
    expect(await leaveLine(db, next, NOON)).toEqual({ ok: true, value: "left" });
    expect(await giveBack(db, next, NOON)).toEqual({ ok: false, refusal: "not_possible_now" });
  });

  // Seen to let everybody back in, past the limit, before coming back asked for it.
  it("is as full for whoever comes back as for a newcomer, also when two come back at once", async () => {
    const camp = await makeCamp(db, { capacity: 1, lineLimit: 3 });
    await makePerson(db, camp, "confirmed", { rank: 1 });
    await makePerson(db, camp, "waiting", { rank: 2 });
    await makePerson(db, camp, "waiting", { rank: 3, verified: false });
    await db.update(event).set({ nextRank: 20 }).where(eq(event.id, camp.id));
    const back = ["declined", "expired", "left", "released"] as const;
    const gone = await Promise.all(back.map((status, n) => makePerson(db, camp, status, { rank: 4 + n })));
    const answers = await Promise.all(gone.map((id) => rejoinLine(db, id, NOON)));
    expect(answers.map((answer) => (answer.ok ? answer.value : answer.refusal)).sort()).toEqual([
      "line_full",
      "line_full",
      "waiting",
      "waiting",
    ]);
    expect(await register(db, camp.id, formFor(camp, "new@example.org"), NOON)).toEqual(refused("line_full"));
    expect((await countPlaces(db, camp.id)).ready).toBe(3);
  });

  it("is moved by an organiser only with a reason, which is kept", async () => {
    const { camp, last } = await fullCamp();
    const organiser = await makeOrganiser(db, camp);
    expect(await moveByHand(db, organiser, last, "confirm", "  ", NOON)).toEqual({
      ok: false,
      refusal: "bad_input",
    });
    const over = await moveByHand(db, organiser, last, "confirm", "Our signer", NOON);
    const { agreement } = over.ok && "asks" in over.value ? over.value : { agreement: "" };
    expect(await moveByHand(db, organiser, last, "confirm", "Our signer", NOON, agreement)).toEqual({
      ok: true,
      value: { done: "confirmed" },
    });
    expect(await countPlaces(db, camp.id)).toMatchObject({ confirmed: 2, offered: 0, waiting: 1 });
    const [entry] = await db.select().from(audit).where(eq(audit.subjectId, last));
    expect(entry).toMatchObject({
      actor: "crew",
      act: "confirm",
      reason: "Our signer",
      from: "waiting",
      to: "confirmed",
    });
  });

  it("of another camp is not found", async () => {
    const { last } = await fullCamp();
    const stranger = await makeOrganiser(db, await makeCamp(db));
    expect(await moveByHand(db, stranger, last, "remove", "No", NOON)).toEqual({
      ok: false,
      refusal: "not_found",
    });
  });

  it("is listed with open offers first, then in turn, then those with a place", async () => {
    const { camp, holder, next, last } = await fullCamp();
    const offered = await makePerson(db, camp, "offered", { rank: 9, offeredUntil: later(4) });
    const { items: people } = await listPeople(db, await makeOrganiser(db, camp), {
      ...USUAL_VIEW,
      group: "all",
    });
    expect(people.map((person) => [person.id, person.position])).toEqual([
      [offered, null],
      [next, 1],
      [last, 2],
      [holder, null],
    ]);
  });

  it("says since when places stand idle while people are ready", async () => {
    const { camp, holder, next } = await fullCamp();
    await db.update(event).set({ phase: "draft" }).where(eq(event.id, camp.id));
    await db.update(registration).set({ status: "released" }).where(eq(registration.id, holder));
    expect(await readPeopleCounts(db, camp.id)).toMatchObject({
      confirmed: 0,
      offered: 0,
      waiting: 2,
      free: 1,
      idleSince: null,
    });
    await db.update(event).set({ phase: "tickets" }).where(eq(event.id, camp.id));
    await db
      .insert(audit)
      .values({ id: holder, eventId: camp.id, at: NOON, actor: "camper", act: "give_back", subjectId: next });
    expect((await readPeopleCounts(db, camp.id)).idleSince).toBe(NOON.toISOString());
    // Switched off they are as idle: nobody offers them but an organiser.
    await db.update(event).set({ offersOn: false }).where(eq(event.id, camp.id));
    const off = { offersOn: false, toOffer: 1, idleSince: NOON.toISOString() };
    expect(await readPeopleCounts(db, camp.id)).toMatchObject(off);
    await db.update(event).set({ offersOn: true }).where(eq(event.id, camp.id));
    await tick(db, NOON);
    expect((await readPeopleCounts(db, camp.id)).idleSince).toBe(null);
  });

  it("says it of places that nothing in the log made free, as after an import", async () => {
    const camp = await makeCamp(db, { capacity: 2 });
    await makePerson(db, camp, "waiting", { rank: 1 });
    const { createdAt } = (await db.select().from(event).where(eq(event.id, camp.id)))[0]!;
    expect((await readPeopleCounts(db, camp.id)).idleSince).toBe(createdAt.toISOString());
  });
});
