/** Cards on the board of swaps: theirs alone, no more than anybody reads, and without whose they are. */
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { swap, swapCard } from "#db/schema/swap.ts";
import { answerSwap, askFor } from "#db/swap/agreeing.ts";
import { listBoard, listCardsAtDesk, listOwnCards, listSwaps, readSwapCounts } from "#db/swap/board.ts";
import { changeCard, putBack, putUp, takeDown } from "#db/swap/card.ts";
import { hideCard, showCard } from "#db/swap/hiding.ts";
import { PHASES } from "#domain/event.ts";
import { MOST } from "#domain/limits.ts";
import { granted, refused } from "#domain/result.ts";
import { CARD_DAYS, daysAfter } from "#domain/swap.ts";
import type { Attendee } from "#domain/viewer.ts";
import { makeOrganiser, NOON, standsAt } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { put, type SwapCamp, says, swapCamp, swapper } from "#tests/support/swaps.ts";

const { db } = await freshDatabase();
const DONE = granted(null);

let camp: SwapCamp;
let ama: Attendee;
let bo: Attendee;

beforeEach(async () => {
  camp = await swapCamp(db);
  [ama, bo] = [await swapper(db, camp, "Ama"), await swapper(db, camp, "Bo", camp.central)];
});

const board = async (who: Attendee, now = NOON) =>
  (await listBoard(db, who, 1, now)).items.map(({ area }) => area);

describe("a card", () => {
  it("is put up once however often it is sent, and by nobody else under its id", async () => {
    const id = newId();
    const card = { id, ...says("show", "Gritters") };
    expect(await Promise.all([1, 2, 3].map(() => putUp(db, ama, card, NOON)))).toEqual([DONE, DONE, DONE]);
    expect(await putUp(db, bo, card, NOON)).toEqual(refused("not_found"));
    expect(await board(bo)).toEqual(["Gritters"]);
    expect((await readSwapCounts(db, camp.id)).cards).toBe(1);
    const log = await db.select().from(audit).where(eq(audit.subjectId, id));
    expect(log.map(({ act, actorId }) => [act, actorId])).toEqual([["put_up_card", null]]);
  });

  it("goes up from when tickets open until the camp is in the archive", async () => {
    const open = [];
    for (const phase of PHASES) {
      await db.update(event).set(standsAt(phase)).where(eq(event.id, camp.id));
      const done = await putUp(db, ama, { id: newId(), ...says("show", phase) }, NOON);
      if (done.ok) open.push(phase);
      else expect([phase, done.refusal]).toEqual([phase, "not_open"]);
      await db.update(swapCard).set({ state: "down" }).where(eq(swapCard.registrationId, ama.registrationId));
    }
    expect(open).toEqual(["tickets", "closed", "doors", "pitching", "grid", "sessions", "after"]);
  });

  it("is one of so many of one person, also where they are put up at once", async () => {
    const sent = Array.from({ length: MOST.ownSwapCards + 2 }, (_, n) => says("show", `Card ${n}`));
    const done = await Promise.all(sent.map((card) => putUp(db, ama, { id: newId(), ...card }, NOON)));
    expect(done.filter(({ ok }) => ok)).toHaveLength(MOST.ownSwapCards);
    expect(done.find(({ ok }) => !ok)).toEqual(refused("own_swaps_full"));
  });

  it("says of whom it is to nobody on the board: their sector alone, another than the reader’s first", async () => {
    const cy = await swapper(db, camp, "Cy");
    await put(db, bo, says("show", "Press desk"));
    await put(db, cy, says("see", "Anything"), daysAfter(NOON, 1));
    const { items } = await listBoard(db, ama, 1, daysAfter(NOON, 1));
    expect(items.map(({ area, sector }) => [area, sector])).toEqual([
      ["Press desk", "Central government"],
      ["Anything", "Local government"],
    ]);
    expect(JSON.stringify(items)).not.toMatch(/example|Cy|Bo|Sandwell/);
    expect(await board(await swapper(db, await swapCamp(db), "Dee"))).toEqual([]);
  });

  it("is no longer there once its days are over, or its owner gave the place back", async () => {
    await put(db, ama, says("show", "Gritters"));
    expect(await board(bo, daysAfter(NOON, CARD_DAYS - 1))).toEqual(["Gritters"]);
    expect(await board(bo, daysAfter(NOON, CARD_DAYS))).toEqual([]);
    await db.update(registration).set({ status: "released" }).where(eq(registration.id, ama.registrationId));
    expect(await board(bo)).toEqual([]);
  });

  it("is changed, taken down and put up again by its owner alone", async () => {
    const id = await put(db, ama, says("show", "Gritters"));
    for (const done of [
      await changeCard(db, bo, id, says("show", "Mine now"), NOON),
      await takeDown(db, bo, id, NOON),
      await putBack(db, bo, id, NOON),
    ])
      expect(done).toEqual(refused("not_found"));
    await changeCard(db, ama, id, says("see", "Gritters at night", { way: "shadow" }), NOON);
    const [card] = await listOwnCards(db, ama);
    expect(card).toMatchObject({ area: "Gritters at night", way: "shadow", kind: "show" });
    expect([await takeDown(db, ama, id, NOON), await takeDown(db, ama, id, NOON)]).toEqual([DONE, DONE]);
    expect(await board(bo)).toEqual([]);
    expect(await changeCard(db, ama, id, says("show", "Gone"), NOON)).toEqual(refused("not_found"));
    const later = daysAfter(NOON, 30);
    expect([await putBack(db, ama, id, later), await putBack(db, ama, id, later)]).toEqual([DONE, DONE]);
    expect(await board(bo, daysAfter(later, CARD_DAYS - 1))).toEqual(["Gritters at night"]);
  });

  it("takes what waits for an answer with it when it is changed or taken down", async () => {
    const id = await put(db, ama, says("show", "Gritters"));
    await askFor(db, bo, id, NOON);
    await changeCard(db, ama, id, says("show", "Snow ploughs"), NOON);
    const [asked] = await listSwaps(db, bo, NOON);
    expect([asked!.state, asked!.contacts]).toEqual(["gone", []]);
    await askFor(db, bo, id, NOON);
    await takeDown(db, ama, id, NOON);
    expect((await listSwaps(db, bo, NOON)).map(({ state }) => state)).toEqual(["gone", "gone"]);
  });

  it("of seats keeps more seats than are taken", async () => {
    const id = await put(db, ama, says("seats", "Media law", { seats: 3 }));
    await askFor(db, bo, id, NOON);
    const [asked] = await listSwaps(db, ama, NOON);
    await answerSwap(db, ama, { id: asked!.id, yes: true }, NOON);
    const seats = (n: number) => changeCard(db, ama, id, says("seats", "Media law", { seats: n }), NOON);
    expect([await seats(1), await seats(2)]).toEqual([refused("seats_taken"), DONE]);
    expect((await listOwnCards(db, ama))[0]!.left).toBe(1);
  });
});

describe("the crew", () => {
  it("hides a card with a reason that its owner reads, and shows it again", async () => {
    const crew = await makeOrganiser(db, camp);
    const id = await put(db, ama, says("show", "Buy my book"));
    await askFor(db, bo, id, NOON);
    expect((await listCardsAtDesk(db, crew, 1)).items.map(({ area }) => area)).toEqual(["Buy my book"]);
    const hide = () => hideCard(db, crew, { id, reason: "It sells something" }, NOON);
    expect([await hide(), await hide()]).toEqual([DONE, DONE]);
    expect(await board(bo)).toEqual([]);
    expect((await listOwnCards(db, ama))[0]).toMatchObject({ state: "hidden", reason: "It sells something" });
    expect(await putBack(db, ama, id, NOON)).toEqual(refused("not_found"));
    expect(await db.$count(swap, eq(swap.state, "open"))).toBe(0);
    const mails = await db.select().from(outbox).where(eq(outbox.kind, "swap_hidden"));
    expect(mails.map(({ facts }) => facts)).toEqual([
      { registrationId: ama.registrationId, reason: "It sells something" },
    ]);
    expect([await showCard(db, crew, id, NOON), await showCard(db, crew, id, NOON)]).toEqual([DONE, DONE]);
    expect(await board(bo)).toEqual(["Buy my book"]);
  });

  it("of another camp finds nothing", async () => {
    const other = await makeOrganiser(db, await swapCamp(db));
    const id = await put(db, ama, says("show", "Gritters"));
    expect([
      await hideCard(db, other, { id, reason: "No" }, NOON),
      await showCard(db, other, id, NOON),
      (await listCardsAtDesk(db, other, 1)).items,
    ]).toEqual([refused("not_found"), refused("not_found"), []]);
  });
});
