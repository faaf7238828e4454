/** Swaps that people say yes or no to: names and addresses go to each only when all said yes. */
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { swap } from "#db/schema/swap.ts";
import { answerSwap, askFor } from "#db/swap/agreeing.ts";
import { listBoard, listOwnCards, listSwaps, readSwapCounts } from "#db/swap/board.ts";
import { takeDown } from "#db/swap/card.ts";
import { sayDone } from "#db/swap/done.ts";
import { LIMITS } from "#domain/rate-limit.ts";
import { granted, refused } from "#domain/result.ts";
import { ANSWER_DAYS, daysAfter } from "#domain/swap.ts";
import type { Attendee } from "#domain/viewer.ts";
import { NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { look, put, type SwapCamp, says, soon, swapCamp, swapper, swaps } from "#tests/support/swaps.ts";

const { db } = await freshDatabase();
const DONE = granted(null);

let camp: SwapCamp;
let ama: Attendee;
let bo: Attendee;
let cy: Attendee;

beforeEach(async () => {
  camp = await swapCamp(db);
  ama = await swapper(db, camp, "Ama");
  bo = await swapper(db, camp, "Bo", camp.central);
  cy = await swapper(db, camp, "Cy");
});

const theirs = async (who: Attendee, now = NOON) => (await listSwaps(db, who, now))[0]!;
const answer = async (who: Attendee, yes: boolean, now = NOON) =>
  answerSwap(db, who, { id: (await theirs(who, now)).id, yes }, now);
const names = async (who: Attendee, now = NOON) =>
  (await theirs(who, now)).contacts.map(({ email }) => email.split(".")[0]);
const mails = async (kind: string) => {
  const of = and(eq(outbox.kind, kind), eq(outbox.eventId, camp.id));
  return (await db.select().from(outbox).where(of)).map(({ recipient }) => recipient.split(".")[0]).sort();
};

describe("two whose cards fit", () => {
  it("learn who the other is when both said yes, on their page and by mail, and not before", async () => {
    await swaps(db, ama, "Gritters", "Press desk");
    await swaps(db, bo, "Press desk", "Gritters");
    const now = await look(db);
    expect(await mails("swap_found")).toEqual(["ama", "bo"]);
    expect(await theirs(ama, now)).toMatchObject({ state: "open", said: null, yes: 0, contacts: [] });
    expect(await answer(ama, true, now)).toEqual(DONE);
    for (const who of [ama, bo])
      expect(JSON.stringify(await theirs(who, now))).not.toMatch(/example|Sandwell/);
    expect(await mails("swap_agreed")).toEqual([]);
    expect(await Promise.all([answer(bo, true, now), answer(bo, true, now)])).toEqual([DONE, DONE]);
    expect([await names(ama, now), await names(bo, now)]).toEqual([["bo"], ["ama"]]);
    expect(await mails("swap_agreed")).toEqual(["ama", "bo"]);
    expect((await listOwnCards(db, ama)).map(({ state }) => state)).toEqual(["agreed", "agreed"]);
    expect((await readSwapCounts(db, camp.id)).directions).toEqual([
      { from: "Local government", to: "Central government", agreed: 1, done: 0 },
      { from: "Central government", to: "Local government", agreed: 1, done: 0 },
    ]);
  });

  it("hear no more than that it came to nothing when one says no", async () => {
    await swaps(db, ama, "Gritters", "Press desk");
    await swaps(db, bo, "Press desk", "Gritters");
    const now = await look(db);
    await answer(ama, true, now);
    expect(await answer(bo, false, now)).toEqual(DONE);
    expect(await theirs(ama, now)).toMatchObject({ state: "declined", contacts: [] });
    expect(await answer(bo, true, now)).toEqual(refused("swap_gone"));
    expect(await answer(ama, true, now)).toEqual(DONE);
    expect(await mails("swap_agreed")).toEqual([]);
  });

  it("are no longer two once one has given the place back, or did not answer in time", async () => {
    await swaps(db, ama, "Gritters", "Press desk");
    await swaps(db, bo, "Press desk", "Gritters");
    const now = await look(db);
    await answer(ama, true, now);
    expect(await answer(bo, true, daysAfter(now, ANSWER_DAYS))).toEqual(refused("swap_gone"));
    await db.update(registration).set({ status: "released" }).where(eq(registration.id, ama.registrationId));
    expect((await theirs(bo, now)).state).toBe("gone");
    expect(await answer(bo, true, now)).toEqual(refused("swap_gone"));
    expect(await mails("swap_agreed")).toEqual([]);
  });
});

describe("three in a ring", () => {
  it("learn who the others are when all three said yes", async () => {
    await swaps(db, ama, "Gritters", "Elections");
    await swaps(db, bo, "Press desk", "Gritters");
    await swaps(db, cy, "Elections", "Press desk");
    const now = await look(db);
    expect((await theirs(ama, now)).people).toHaveLength(3);
    for (const who of [ama, bo]) {
      await answer(who, true, now);
      expect(await names(cy, now)).toEqual([]);
    }
    await answer(cy, true, now);
    expect((await names(ama, now)).sort()).toEqual(["bo", "cy"]);
    expect(await mails("swap_agreed")).toEqual(["ama", "bo", "cy"]);
  });
});

describe("whoever would like one card", () => {
  it("waits for its owner’s yes, who reads a sector and no name", async () => {
    const id = await put(db, ama, says("show", "Gritters"));
    expect(await Promise.all([askFor(db, bo, id, NOON), askFor(db, bo, id, NOON)])).toEqual([DONE, DONE]);
    expect(await mails("swap_asked")).toEqual(["ama"]);
    const asked = await theirs(ama);
    expect(asked.people.map(({ me, sector }) => [me, sector])).toEqual([
      [true, "Local government"],
      [false, "Central government"],
    ]);
    expect([asked.said, asked.contacts, (await theirs(bo)).contacts]).toEqual([null, [], []]);
    expect((await listBoard(db, bo, 1, NOON)).items.map(({ asked }) => asked)).toEqual([true]);
    await answer(ama, true);
    expect([await names(ama), await names(bo)]).toEqual([["bo"], ["ama"]]);
    expect((await readSwapCounts(db, camp.id)).directions).toEqual([
      { from: "Local government", to: "Central government", agreed: 1, done: 0 },
    ]);
  });

  it("shows to its owner where the card wants to see something", async () => {
    const id = await put(db, ama, says("see", "Press desk"));
    await askFor(db, bo, id, NOON);
    await answer(ama, true);
    expect((await readSwapCounts(db, camp.id)).directions).toEqual([
      { from: "Central government", to: "Local government", agreed: 1, done: 0 },
    ]);
  });

  it("gets one of the seats that are left, and nobody the one after the last", async () => {
    const id = await put(db, ama, says("seats", "Media law", { seats: 2 }));
    const dee = await swapper(db, camp, "Dee");
    for (const who of [bo, cy, dee]) await askFor(db, who, id, NOON);
    const asked = await listSwaps(db, ama, NOON);
    const done = await Promise.all(asked.map((one) => answerSwap(db, ama, { id: one.id, yes: true }, NOON)));
    expect(done.filter(({ ok }) => ok)).toHaveLength(2);
    expect(done.filter(({ ok }) => !ok)).toEqual([refused("swap_gone")]);
    const states = (await listSwaps(db, ama, NOON)).map(({ state }) => state);
    expect(states.sort()).toEqual(["agreed", "agreed", "gone"]);
  });

  it("takes it back, hears a no once, and asks nobody for their own", async () => {
    const id = await put(db, ama, says("show", "Gritters"));
    expect(await askFor(db, ama, id, NOON)).toEqual(refused("not_found"));
    await askFor(db, bo, id, NOON);
    await answer(ama, false);
    expect(await askFor(db, bo, id, NOON)).toEqual(refused("asked_before"));
    await askFor(db, cy, id, NOON);
    expect(await answer(cy, false)).toEqual(DONE);
    expect((await theirs(ama)).state).toBe("declined");
  });

  it("finds no card that is down, of another camp, or of somebody without a place any more", async () => {
    const id = await put(db, ama, says("show", "Gritters"));
    const stranger = await swapper(db, await swapCamp(db), "Eve");
    expect(await askFor(db, stranger, id, NOON)).toEqual(refused("swap_gone"));
    await askFor(db, bo, id, NOON);
    const { id: swapId } = await theirs(bo);
    for (const who of [cy, stranger])
      expect(await answerSwap(db, who, { id: swapId, yes: true }, NOON)).toEqual(refused("not_found"));
    await takeDown(db, ama, id, NOON);
    expect(await askFor(db, cy, id, NOON)).toEqual(refused("swap_gone"));
  });

  it("asks so many a day", async () => {
    const done = [];
    for (let n = 0; n <= LIMITS.swap_ask_by_registration.most; n++) {
      const owner = await swapper(db, camp, `O${n}`);
      done.push(await askFor(db, bo, await put(db, owner, says("show", "Gritters")), NOON));
    }
    expect(done.filter(({ ok }) => ok)).toHaveLength(LIMITS.swap_ask_by_registration.most);
    expect(done.at(-1)).toEqual(refused("too_many"));
  });
});

describe("a swap that took place", () => {
  it("is counted once, whoever of them says so, and by nobody else", async () => {
    const id = await put(db, ama, says("show", "Gritters"));
    await askFor(db, bo, id, NOON);
    const { id: swapId } = await theirs(ama);
    expect(await sayDone(db, bo, swapId, NOON)).toEqual(refused("not_found"));
    await answer(ama, true);
    expect(await sayDone(db, cy, swapId, NOON)).toEqual(refused("not_found"));
    const both = await Promise.all([ama, bo, ama].map((who) => sayDone(db, who, swapId, soon())));
    expect(both).toEqual([DONE, DONE, DONE]);
    expect((await readSwapCounts(db, camp.id)).directions[0]).toMatchObject({ agreed: 1, done: 1 });
    expect((await db.select().from(swap).where(eq(swap.id, swapId)))[0]!.doneDueAt).toBe(null);
  });
});
