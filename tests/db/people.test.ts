import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { countReach } from "#db/group-mail/reach.ts";
import { moveByHand, readPeopleCounts } from "#db/people.ts";
import { listPeople } from "#db/people-list.ts";
import { mendAddressByHand } from "#db/registration/address.ts";
import { countPlaces } from "#db/registration/place.ts";
import { askPuttingBack } from "#db/registration/put-back.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import type { Phase } from "#domain/event.ts";
import type { Act } from "#domain/history.ts";
import type { Group } from "#domain/people.ts";
import { USUAL_VIEW } from "#domain/people-view.ts";
import type { Status } from "#domain/registration.ts";
import { refused } from "#domain/result.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { moveAnyway } from "#tests/support/hand.ts";

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

describe("without a confirmed address", () => {
  // Seen: 5,000 on the list of people and 5,300 among those to write to, for places that a list had brought.
  it("are as many in the figures as among those to write to and on the narrowed list", async () => {
    const camp = await makeCamp(db, { capacity: 9 });
    const unproven = { verified: false };
    await makePerson(db, camp, "confirmed", { rank: 1, ...unproven });
    await makePerson(db, camp, "held", { rank: 2, ...unproven });
    await makePerson(db, camp, "waiting", { rank: 3, ...unproven });
    await makePerson(db, camp, "entered", { rank: 4, ...unproven });
    await makePerson(db, camp, "left", { rank: 5, ...unproven });
    await makePerson(db, camp, "confirmed", { rank: 6 });
    const bounced = await makePerson(db, camp, "waiting", { rank: 7 });
    await db.update(registration).set({ bouncedAt: NOON }).where(eq(registration.id, bounced));
    const organiser = await makeOrganiser(db, camp);
    expect(await readPeopleCounts(db, camp.id)).toMatchObject({ unproven: 4, toLetGo: 2 });
    const whom = { eventId: camp.id, group: "unproven", sectorId: null } as const;
    expect((await countReach(db, whom)).all).toBe(4);
    const narrowed = { ...USUAL_VIEW, traits: ["unproven"] as const };
    const found = (group: Group) => listPeople(db, organiser, { ...narrowed, group });
    const parts = await Promise.all((["line", "places"] as const).map(found));
    expect(parts.reduce((sum, part) => sum + part.found, 0)).toBe(4);
  });
});

describe("a place under the organiser's hand", () => {
  const MOVES = ["confirm", "put_back_in_line", "remove"] as const;
  const tryAll = async (phase: Phase, now: Date) => {
    const camp = await makeCamp(db, { phase });
    const olu = await makeOrganiser(db, camp);
    const answers = [];
    for (const [rank, move] of MOVES.entries()) {
      const id = await makePerson(db, camp, "left", { rank: rank + 1 });
      if (move === "remove")
        await db.update(registration).set({ status: "waiting" }).where(eq(registration.id, id));
      const result = await moveAnyway(db, olu, id, move, "Asked us", now);
      answers.push(result.ok ? "done" : result.refusal);
    }
    const typed = await makePerson(db, camp, "confirmed", { rank: 9 });
    const mended = { email: "right@example.org", reason: "A slip" };
    const result = await mendAddressByHand(db, olu, typed, mended, now);
    const mails = await db.$count(outbox, eq(outbox.eventId, camp.id));
    return [...answers, result.ok ? "done" : result.refusal, mails > 0];
  };

  // Seen to mail "You have a place at …" and "If a place comes up for you, we email you" for a camp long over.
  it("moves nobody once the camp is over, by its phase or by the calendar, and mails nobody", async () => {
    const nothing = [...Array(4).fill("camp_over"), false];
    for (const phase of ["after", "archived"] as const) expect(await tryAll(phase, NOON)).toEqual(nothing);
    expect(await tryAll("sessions", later(60 * 24))).toEqual(nothing);
  });

  it("puts nobody back in a line that is served no more", async () => {
    expect(await tryAll("sessions", NOON)).toEqual(["done", "not_open", "done", "done", true]);
    expect(await tryAll("doors", NOON)).toEqual(["done", "done", "done", "done", true]);
  });

  it("is told to whom it concerns, with the reason, in the same transaction", async () => {
    const { camp, holder, next, last } = await fullCamp();
    const olu = await makeOrganiser(db, camp);
    await moveAnyway(db, olu, last, "confirm", "Our signer", NOON);
    await moveByHand(db, olu, holder, "put_back_in_line", "Came as a speaker", NOON);
    await moveByHand(db, olu, next, "remove", "Wrote to us", NOON);
    const mails = await db.select().from(outbox).where(eq(outbox.eventId, camp.id)).orderBy(outbox.id);
    expect(mails.map(({ kind, facts }) => [kind, facts.registrationId, facts.reason])).toEqual([
      ["given_place", last, "Our signer"],
      ["put_back", holder, "Came as a speaker"],
      ["removed", next, "Wrote to us"],
    ]);
  });

  // Seen to offer the place to whoever had just lost it, with two mails of one minute that contradict each other.
  it("is not done to somebody who has something else by now than the organiser saw", async () => {
    const { camp, next } = await fullCamp();
    const olu = await makeOrganiser(db, camp);
    await db.update(registration).set({ status: "confirmed" }).where(eq(registration.id, next));
    const back = (seen: Status) =>
      moveByHand(db, olu, next, "put_back_in_line", "Too late", NOON, undefined, null, seen);
    expect(await back("offered")).toMatchObject({ refusal: "changed_meanwhile" });
    expect((await back("confirmed")).ok).toBe(true);
    expect(await back("offered")).toMatchObject({ ok: true });
  });

  it("taken back goes to the next in line and not to whom it was taken from, and the log says why", async () => {
    const { camp, holder, next } = await fullCamp();
    const olu = await makeOrganiser(db, camp);
    await moveByHand(db, olu, holder, "put_back_in_line", "Came as a speaker", NOON);
    const rows = await db.select().from(registration).where(eq(registration.eventId, camp.id));
    const statusOf = (id: string) => rows.find((row) => row.id === id)?.status;
    expect([statusOf(holder), statusOf(next)]).toEqual(["waiting", "offered"]);
    const mails = await db.select().from(outbox).where(eq(outbox.eventId, camp.id)).orderBy(outbox.id);
    expect(mails.map(({ kind, facts }) => [kind, facts.registrationId])).toEqual([
      ["put_back", holder],
      ["offered", next],
    ]);
    const log = await db.select().from(audit).where(eq(audit.subjectId, holder)).orderBy(audit.id);
    expect(log.map(({ act, actor, reason }) => [act, actor, reason])).toEqual([
      ["put_back_in_line", "crew", "Came as a speaker"],
      ["pass_over", "clock", ""],
    ]);
  });

  // Seen to be offered a place again three seconds after they were put back, with "passed over this once" in the log.
  it("is said to come back at once where more places are free than others wait, and only there", async () => {
    const camp = await makeCamp(db, { capacity: 3 });
    const olu = await makeOrganiser(db, camp);
    const [one, two] = [1, 2].map((rank) => makePerson(db, camp, "confirmed", { rank }));
    const asked = await moveByHand(db, olu, await one!, "put_back_in_line", "Asked us", NOON);
    expect(asked).toMatchObject({ value: { asks: [{ kind: "offered_again" }] } });
    expect(await askPuttingBack(db, olu, await one!, NOON)).toEqual(asked.ok && asked.value);
    expect((await countPlaces(db, camp.id)).confirmed).toBe(2);
    for (const rank of [3, 4]) await makePerson(db, camp, "waiting", { rank });
    expect(await askPuttingBack(db, olu, await one!, NOON)).toBeNull();
    await db
      .update(registration)
      .set({ verifiedAt: null })
      .where(eq(registration.id, await two!));
    for (const set of [{ offersOn: false }, { offersOn: true, phase: "draft" as const }]) {
      await db.update(event).set(set).where(eq(event.id, camp.id));
      expect(await askPuttingBack(db, olu, await one!, NOON)).toBeNull();
    }
    await db.update(event).set({ phase: "tickets", capacity: 9 }).where(eq(event.id, camp.id));
    expect(await askPuttingBack(db, olu, await two!, NOON)).toBeNull();
    expect(await askPuttingBack(db, olu, await one!, NOON)).not.toBeNull();
  });

  // Seen to confirm both, with nothing asked and nothing in the log.
  it("is asked about once it is more than there are, also where two desks give the last one at once", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    const [olu, mei] = [await makeOrganiser(db, camp), await makeOrganiser(db, camp)];
    const [one, two] = [1, 2].map((rank) => makePerson(db, camp, "waiting", { rank, verified: false }));
    const answers = await Promise.all([
      moveByHand(db, olu, await one!, "confirm", "Our signer", NOON),
      moveByHand(db, mei, await two!, "confirm", "Our cook", NOON),
    ]);
    const asked = answers.flatMap((answer) => (answer.ok && "asks" in answer.value ? [answer.value] : []));
    expect(asked.map(({ asks }) => asks)).toEqual([[{ kind: "over_by_hand", holding: 2, capacity: 1 }]]);
    expect((await countPlaces(db, camp.id)).confirmed).toBe(1);
    const left = answers[0]!.ok && "asks" in answers[0]!.value ? one! : two!;
    await moveByHand(db, olu, await left, "confirm", "Both are needed", NOON, asked[0]!.agreement);
    const [entry] = await db
      .select()
      .from(audit)
      .where(eq(audit.subjectId, await left));
    expect(entry).toMatchObject({
      act: "confirm",
      reason: "Both are needed",
      detail: [{ kind: "over_by_hand", holding: 2, capacity: 1 }],
    });
    // A yes to one more than there are is none to two more.
    const third = await makePerson(db, camp, "waiting", { rank: 3 });
    const again = await moveByHand(db, mei, third, "confirm", "Our host", NOON, asked[0]!.agreement);
    expect(again).toMatchObject({ ok: true, value: { asks: [{ holding: 3, capacity: 1 }] } });
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

describe("an offer withdrawn", () => {
  /** Two places, one offered; the others wait. */
  async function offering({ offersOn = true } = {}) {
    const camp = await makeCamp(db, { capacity: 1, offersOn });
    const offeredUntil = later(24);
    const holder = await makePerson(db, camp, "offered", { rank: 1, offeredUntil });
    const line = [];
    for (const rank of [2, 3, 4]) line.push(await makePerson(db, camp, "waiting", { rank }));
    return { camp, holder, line, olu: await makeOrganiser(db, camp) };
  }
  const standing = async (ids: readonly string[]) => {
    const rows = await db.select().from(registration);
    return ids.map((id) => rows.find((row) => row.id === id)?.status);
  };
  const logOf = async (id: string) => {
    const log = await db.select().from(audit).where(eq(audit.subjectId, id)).orderBy(audit.id);
    return log.map(({ act, actor, reason }) => [act, actor, reason].join(" "));
  };

  it("puts them back at their turn with a mail, and goes to the next in line", async () => {
    const { camp, holder, line, olu } = await offering();
    await moveByHand(db, olu, holder, "put_back_in_line", "Twice in the list", NOON);
    expect(await standing([holder, ...line])).toEqual(["waiting", "offered", "waiting", "waiting"]);
    const mails = await db.select().from(outbox).where(eq(outbox.eventId, camp.id)).orderBy(outbox.id);
    expect(mails.map(({ kind, facts }) => [kind, facts.registrationId])).toEqual([
      ["put_back", holder],
      ["offered", line[0]],
    ]);
  });

  it("goes to whoever is named, also while offers are off, and notes whoever waits before them", async () => {
    for (const offersOn of [true, false]) {
      const { holder, line, olu } = await offering({ offersOn });
      const [first, second, third] = line;
      const why = "Their signer is booked";
      await moveByHand(db, olu, holder, "put_back_in_line", why, NOON, undefined, third);
      expect(await standing([holder, ...line])).toEqual(["waiting", "waiting", "waiting", "offered"]);
      expect([await logOf(first!), await logOf(second!), await logOf(third!)]).toEqual([
        [`pass_over crew ${why}`],
        [`pass_over crew ${why}`],
        [`offer crew ${why}`],
      ]);
      expect(await logOf(holder)).toEqual([`put_back_in_line crew ${why}`, `pass_over crew ${why}`]);
    }
  });

  it("changes nothing where whoever is named cannot have it, or no place becomes free", async () => {
    const { camp, holder, line, olu } = await offering();
    const unproven = await makePerson(db, camp, "waiting", { rank: 9, verified: false });
    const give = (heir: string, now = NOON) =>
      moveByHand(db, olu, holder, "put_back_in_line", "Named", now, undefined, heir);
    expect(await give(unproven)).toEqual(refused("changed_meanwhile"));
    expect(await give(line[0]!, new Date("2026-07-14T02:00:00Z"))).toEqual(refused("not_the_hour"));
    await makePerson(db, camp, "confirmed", { rank: 10 });
    expect(await give(line[0]!)).toEqual(refused("no_free_place"));
    expect(await standing([holder, line[0]!])).toEqual(["offered", "waiting"]);
    expect(await db.$count(audit, eq(audit.eventId, camp.id))).toBe(0);
  });
});
