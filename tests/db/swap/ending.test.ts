/** What time does to swaps. */
import { and, eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { swap, swapCard, swapPart } from "#db/schema/swap.ts";
import { answerSwap, askFor } from "#db/swap/agreeing.ts";
import { listOwnCards, listSwaps } from "#db/swap/board.ts";
import { putBack } from "#db/swap/card.ts";
import { sayDone } from "#db/swap/done.ts";
import { endSwaps } from "#db/swap/ending.ts";
import { ANSWER_DAYS, CARD_DAYS, DONE_DAYS, daysAfter, KEEP_SWAP_DAYS, REMINDED_DAYS } from "#domain/swap.ts";
import type { Attendee } from "#domain/viewer.ts";
import { NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { put, type SwapCamp, says, swapCamp, swapper } from "#tests/support/swaps.ts";

const { db } = await freshDatabase();

let camp: SwapCamp;
let ama: Attendee;
let bo: Attendee;

beforeEach(async () => {
  camp = await swapCamp(db);
  [ama, bo] = [await swapper(db, camp, "Ama"), await swapper(db, camp, "Bo")];
});

const mails = (kind: string) => db.$count(outbox, and(eq(outbox.eventId, camp.id), eq(outbox.kind, kind)));
const thrice = (now: Date) => Promise.all([1, 2, 3].map(() => endSwaps(db, now)));
const day = (n: number) => daysAfter(NOON, n);
const state = async () => (await listOwnCards(db, ama))[0]!.state;

async function agreed(): Promise<string> {
  await askFor(db, bo, await put(db, ama, says("show", "Gritters")), NOON);
  const [asked] = await listSwaps(db, ama, NOON);
  await answerSwap(db, ama, { id: asked!.id, yes: true }, NOON);
  return asked!.id;
}

it("reminds of a card once, then takes it off the board, and begins anew when it is put up again", async () => {
  const id = await put(db, ama, says("show", "Gritters"));
  await thrice(day(CARD_DAYS - REMINDED_DAYS - 1));
  expect(await mails("swap_expires")).toBe(0);
  await thrice(day(CARD_DAYS - REMINDED_DAYS));
  await thrice(day(CARD_DAYS - 1));
  expect([await mails("swap_expires"), await state()]).toEqual([1, "up"]);
  await thrice(day(CARD_DAYS));
  expect(await state()).toBe("expired");
  await putBack(db, ama, id, day(CARD_DAYS + 1));
  await thrice(day(2 * CARD_DAYS));
  expect([await mails("swap_expires"), await state()]).toEqual([2, "up"]);
});

it("takes what was asked of a card with it, and waits for an answer so many days", async () => {
  await askFor(db, bo, await put(db, ama, says("show", "Gritters")), NOON);
  await thrice(day(ANSWER_DAYS));
  expect((await listSwaps(db, bo, day(ANSWER_DAYS)))[0]!.state).toBe("lapsed");
  const late = await put(db, bo, says("show", "Press desk"));
  await askFor(db, ama, late, day(CARD_DAYS - 1));
  await thrice(day(CARD_DAYS));
  expect((await listSwaps(db, ama, day(CARD_DAYS)))[0]!.state).toBe("gone");
});

it("asks each of them once whether a swap took place, and nobody who said so already", async () => {
  await agreed();
  await thrice(day(DONE_DAYS - 1));
  expect(await mails("swap_done")).toBe(0);
  await thrice(day(DONE_DAYS));
  await thrice(day(DONE_DAYS + 1));
  expect(await mails("swap_done")).toBe(2);
  await sayDone(db, bo, await agreed(), NOON);
  await thrice(day(2 * DONE_DAYS));
  expect(await mails("swap_done")).toBe(2);
});

it("reminds nobody without a place", async () => {
  await put(db, ama, says("show", "Gritters"));
  await db.update(registration).set({ status: "released" }).where(eq(registration.id, ama.registrationId));
  await thrice(day(CARD_DAYS - 1));
  expect(await mails("swap_expires")).toBe(0);
});

it("forgets what has long been over, and nothing that stands", async () => {
  await agreed();
  const stands = await put(db, ama, says("show", "Snow"), day(KEEP_SWAP_DAYS - 2));
  const held = async () => [
    await db.$count(swap, eq(swap.eventId, camp.id)),
    await db.$count(swapPart, eq(swapPart.registrationId, bo.registrationId)),
    await db.$count(swapCard, eq(swapCard.eventId, camp.id)),
  ];
  await thrice(day(KEEP_SWAP_DAYS - 1));
  expect(await held()).toEqual([1, 1, 2]);
  await thrice(day(KEEP_SWAP_DAYS));
  expect(await held()).toEqual([0, 0, 1]);
  expect((await listOwnCards(db, ama)).map(({ id }) => id)).toEqual([stands]);
});
