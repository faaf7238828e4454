import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { readDraft, readGrid } from "#db/draft.ts";
import { place, takeOff } from "#db/edit.ts";
import { isPublished } from "#db/pitch/mergeable.ts";
import { lockPlacements } from "#db/placement.ts";
import { takeVersionBack } from "#db/publication/taking-back.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { slot } from "#db/schema/slot.ts";
import { hand } from "#db/schema/voting.ts";
import { readPartVersions } from "#db/snapshot.ts";
import { type Board, lying, makeBoard } from "#tests/support/board.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { gated } from "#tests/support/gate.ts";
import { camper } from "#tests/support/pitching.ts";
import { publishDraft } from "#tests/support/published.ts";

const NOW = new Date("2026-07-14T09:00:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const EMPTY = { from: null, there: [] };

let db: Database;
let board: Board;
let eventId: string;

beforeAll(async () => {
  ({ db } = await freshDatabase());
});

/** Version 1 with a and b; version 2 without b, and with c. */
beforeEach(async () => {
  board = await makeBoard(db);
  eventId = board.camp.id;
  await put(0, 0);
  await put(1, 1);
  expect(await publish(0)).toEqual({ ok: true, value: { number: 1 } });
  const { one, pitches, cell } = board;
  await takeOff(db, one, { pitchId: pitches[1]!, copy: 0, from: cell(0, 1) }, NOW);
  await put(2, 2);
  expect(await publish(1)).toEqual({ ok: true, value: { number: 2 } });
});

const put = (pitch: number, room: number) =>
  place(
    db,
    board.one,
    { pitchId: board.pitches[pitch]!, copy: 0, cell: board.cell(0, room), seen: EMPTY },
    NOW,
  );
const publish = (minutes: number) => publishDraft(db, board.one, later(minutes));
const titles = async () => (await readGrid(db, eventId))?.sessions.map(({ title }) => title);
const ask = async (number: number, agreed?: string, who = board.one) =>
  takeVersionBack(db, who, number, later(5), agreed);
const takeBack = async (number: number, who = board.one) => {
  const asked = await ask(number, undefined, who);
  return asked.ok && "asks" in asked.value ? ask(number, asked.value.agreement, who) : asked;
};
const entries = () =>
  db
    .select({ from: audit.from, to: audit.to })
    .from(audit)
    .where(and(eq(audit.eventId, eventId), eq(audit.act, "take_back_grid")));

test("what it does, and to how many, is said before; then everybody sees the version before it again", async () => {
  const before = await readPartVersions(db, eventId);
  const mei = await camper(db, { eventId, sectorId: board.camp.sectorId }, "Mei");
  for (const n of [0, 1, 2])
    await db.insert(hand).values({
      ...{ pitchId: board.pitches[n]!, registrationId: mei.registrationId, up: true, castAt: NOW },
    });
  const ben = await camper(db, { eventId, sectorId: board.camp.sectorId }, "Ben");
  await db.insert(hand).values({
    ...{ pitchId: board.pitches[1]!, registrationId: ben.registrationId, up: false, castAt: NOW },
  });
  const asked = await ask(2);
  expect(asked).toMatchObject({
    value: { asks: [{ kind: "takes_back", number: 2, back: 1, sessions: 2, people: 1 }] },
  });
  expect([await titles(), await entries()]).toEqual([["a", "c"], []]);

  expect(await takeBack(2)).toEqual({ ok: true, value: { done: { number: 2, back: 1 } } });
  expect(await titles()).toEqual(["a", "b"]);
  expect(await readGrid(db, eventId)).toMatchObject({ number: 1, laterTakenBackAt: later(5).toISOString() });
  // The draft stays as it is, and differs from another version now.
  expect(await lying(db, board)).toEqual({ a: "A0", c: "C0" });
  expect((await readDraft(db, eventId)).published).toBe(1);
  expect(await entries()).toEqual([{ from: "2", to: "1" }]);
  const after = await readPartVersions(db, eventId);
  for (const part of ["gridVersion", "draftVersion", "problemVersion"] as const)
    expect(after![part]).toBeGreaterThan(before![part]);
});

test("a session that only has another time counts among those that change", async () => {
  await db
    .update(slot)
    .set({ endsAt: sql`${slot.endsAt} + interval '1 minute'` })
    .where(eq(slot.eventId, eventId));
  expect(await publish(10)).toEqual({ ok: true, value: { number: 3 } });
  expect(await ask(3)).toMatchObject({ value: { asks: [{ number: 3, back: 2, sessions: 2 }] } });
});

test("the next version has a number of its own, and marks what differs from what is seen", async () => {
  await takeBack(2);
  expect(await publish(10)).toEqual({ ok: true, value: { number: 3 } });
  expect(await readGrid(db, eventId)).not.toHaveProperty("laterTakenBackAt");
  expect(await readGrid(db, eventId)).toMatchObject({
    number: 3,
    changes: [
      { title: "c", from: null },
      { title: "b", to: null },
    ],
  });
});

test("of the only version left none is out, and what waits for the first grid is open again", async () => {
  await takeBack(2);
  expect(await ask(1)).toMatchObject({ value: { asks: [{ back: null, sessions: 2, people: 0 }] } });
  expect(await takeBack(1)).toEqual({ ok: true, value: { done: { number: 1, back: null } } });
  expect([await readGrid(db, eventId), await isPublished(db, eventId)]).toEqual([null, false]);
  expect((await readDraft(db, eventId)).published).toBe(0);
  expect(await publish(10)).toEqual({ ok: true, value: { number: 3 } });
  // As in a first version everything is new, nothing is.
  expect((await readGrid(db, eventId))?.changes).toEqual([]);
});

test("doing it again takes nothing else back", async () => {
  await takeBack(2);
  const before = await readPartVersions(db, eventId);
  expect(await ask(2)).toEqual({ ok: true, value: { done: { number: 2, back: 1 } } });
  expect([await titles(), await readPartVersions(db, eventId)]).toEqual([["a", "b"], before]);
  expect(await entries()).toHaveLength(1);
});

test("an older one is not taken back, nor one that never was, nor once the camp is over", async () => {
  expect(await ask(1)).toEqual({ ok: false, refusal: "changed_meanwhile" });
  expect(await ask(7)).toEqual({ ok: false, refusal: "not_found" });
  const other = await makeBoard(db);
  expect(await ask(2, undefined, other.one)).toEqual({ ok: false, refusal: "not_found" });
  await db.update(event).set({ phase: "after" }).where(eq(event.id, eventId));
  expect(await ask(2)).toEqual({ ok: false, refusal: "not_open" });
});

test("where counts are kept from everybody, nobody is told how many have a hand up", async () => {
  await db
    .update(event)
    .set({ tally: "after_closed", handsClosed: false, phase: "pitching" })
    .where(eq(event.id, eventId));
  const asked = await ask(2);
  expect(asked).toMatchObject({ value: { asks: [{ people: null }] } });
});

// Without the camp's lock it answered at once that version 1 is what everybody sees, and then version 3 came out.
test("somebody who publishes is waited for, and then there is another version to decide about", async () => {
  const asked = await ask(2);
  const { agreement } = (asked as { value: { agreement: string } }).value;
  const [held, go] = [gated(), gated()];
  const holding = db.transaction(async (tx) => {
    await lockPlacements(tx, eventId);
    held.resolve();
    await go.promise;
  });
  await held.promise;
  const publishing = publish(3);
  await sleep(150);
  let answered = false;
  const taking = ask(2, agreement, board.two).finally(() => {
    answered = true;
  });
  await sleep(150);
  expect(answered).toBe(false);
  go.resolve();
  await holding;
  expect(await publishing).toEqual({ ok: true, value: { number: 3 } });
  expect(await taking).toEqual({ ok: false, refusal: "changed_meanwhile" });
});

// Without it both did it: two entries in the log.
test("two who take the same version back at once take it back once", async () => {
  const asked = await ask(2);
  const { agreement } = (asked as { value: { agreement: string } }).value;
  const answers = await Promise.all(
    [board.one, board.two, board.one, board.two].map((who) => ask(2, agreement, who)),
  );
  for (const answer of answers) expect(answer).toEqual({ ok: true, value: { done: { number: 2, back: 1 } } });
  expect([await titles(), await entries()]).toEqual([["a", "b"], [{ from: "2", to: "1" }]]);
});
