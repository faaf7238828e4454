/** What somebody has on the board goes with them, is in the copy of their data, and follows them when two are one. */
import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { eraseMe } from "#db/erasure.ts";
import { readPersonalData } from "#db/personal-data.ts";
import { mintLink } from "#db/registration/link.ts";
import { mergePeople, previewMerge } from "#db/registration/merging.ts";
import { readStatus } from "#db/registration/status.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { swapCard, swapPart } from "#db/schema/swap.ts";
import { answerSwap, askFor } from "#db/swap/agreeing.ts";
import { listBoard, listOwnCards, listSwaps, readSwapCounts } from "#db/swap/board.ts";
import { readDone, sayDone } from "#db/swap/done.ts";
import { hideCard } from "#db/swap/hiding.ts";
import { granted } from "#domain/result.ts";
import type { Attendee } from "#domain/viewer.ts";
import { makeOrganiser, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { look, put, type SwapCamp, says, soon, swapCamp, swapper, swaps } from "#tests/support/swaps.ts";

const { db } = await freshDatabase();

let camp: SwapCamp;
let ama: Attendee;
let bo: Attendee;

beforeEach(async () => {
  camp = await swapCamp(db, "closed");
  [ama, bo] = [await swapper(db, camp, "Ama"), await swapper(db, camp, "Bo", camp.central)];
});

const pageOf = (who: Attendee) => mintLink(db, who.registrationId, { mailed: true, now: NOON });

async function agreed(): Promise<string> {
  await askFor(db, bo, await put(db, ama, says("show", "Gritters", { line: "Bring a coat" })), NOON);
  const [asked] = await listSwaps(db, ama, NOON);
  await answerSwap(db, ama, { id: asked!.id, yes: true }, NOON);
  return asked!.id;
}

it("deletes cards, what the crew wrote of them, and their part in swaps; counts stay", async () => {
  const crew = await makeOrganiser(db, camp);
  const hidden = await put(db, ama, says("show", "Quillon’s book"));
  await hideCard(db, crew, { id: hidden, reason: "Quillon sells" }, NOON);
  const swapId = await agreed();
  await swaps(db, ama, "Snow", "Press desk");
  await swaps(db, bo, "Press desk", "Snow");
  await look(db);
  expect((await listSwaps(db, bo, soon())).map(({ state }) => state)).toEqual(["open", "agreed"]);

  expect(await eraseMe(db, await pageOf(ama), soon())).toEqual(granted(null));
  const left = await listSwaps(db, bo, soon());
  expect(left.map(({ state, contacts }) => [state, contacts])).toEqual([
    ["gone", []],
    ["agreed", []],
  ]);
  expect(await db.$count(swapCard, eq(swapCard.registrationId, ama.registrationId))).toBe(0);
  const log = await db.select().from(audit).where(eq(audit.subjectId, hidden));
  expect(log.map(({ act, reason }) => [act, reason])).toEqual([
    ["put_up_card", ""],
    ["hide_card", ""],
  ]);
  expect(await sayDone(db, bo, swapId, soon())).toEqual(granted(null));
  const { cards, directions } = await readSwapCounts(db, camp.id);
  expect([cards, directions]).toEqual([
    6,
    [{ from: "Local government", to: "Central government", agreed: 1, done: 0 }],
  ]);
});

it("is in the copy of what is held of somebody: theirs, and of the others nothing", async () => {
  await agreed();
  const data = await readPersonalData(db, await pageOf(ama), NOON);
  expect(data!.swapCards).toMatchObject([
    { kind: "show", area: "Gritters", line: "Bring a coat", state: "agreed" },
  ]);
  expect(data!.swaps).toEqual([{ kind: "ask", state: "agreed", said: true, at: NOON.toISOString() }]);
  const theirs = await readPersonalData(db, await pageOf(bo), NOON);
  expect([theirs!.swapCards, theirs!.swaps.length]).toEqual([[], 1]);
  expect(JSON.stringify(theirs!.swaps)).not.toMatch(/ama|Gritters/i);
});

it("follows somebody whose two registrations become one", async () => {
  const crew = await makeOrganiser(db, camp);
  const cy = await swapper(db, camp, "Cy");
  await agreed();
  const pair = { stays: cy.registrationId, goes: ama.registrationId };
  const seen = await previewMerge(db, crew, pair.stays, pair.goes);
  const done = await mergePeople(db, crew, { ...pair, mark: seen!.mark, reason: "One person" }, NOON);
  expect(done).toEqual(granted(null));
  expect((await listOwnCards(db, cy)).map(({ area }) => area)).toEqual(["Gritters"]);
  expect((await listSwaps(db, bo, NOON))[0]!.contacts.map(({ email }) => email.slice(0, 3))).toEqual(["cy."]);
  expect(await db.$count(swapPart, eq(swapPart.registrationId, ama.registrationId))).toBe(0);
});

it("goes with its camp, and is on no other’s board", async () => {
  await agreed();
  await put(db, ama, says("show", "Snow"));
  const other = await swapper(db, await swapCamp(db), "Dee");
  expect((await listBoard(db, other, 1, NOON)).items).toEqual([]);
  await db.update(registration).set({ status: "left" }).where(eq(registration.eventId, camp.id));
  await db.delete(event).where(eq(event.id, camp.id));
  expect(await db.$count(swapCard, eq(swapCard.eventId, camp.id))).toBe(0);
});

it("asks on a private page whether a swap took place, of its reader alone and once it was agreed", async () => {
  const swapId = await agreed();
  const page = async (who: Attendee) => (await readStatus(db, await pageOf(who), NOON))!;
  expect(await readDone(db, await page(bo), swapId)).toEqual({ done: false });
  await sayDone(db, ama, swapId, NOON);
  expect(await readDone(db, await page(bo), swapId)).toEqual({ done: true });
  const cy = await swapper(db, camp, "Cy");
  expect(await readDone(db, await page(cy), swapId)).toBe(null);
});
