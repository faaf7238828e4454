/** Editing the draft grid on a real Postgres: races, swaps, undo, and what is frozen when it is published. */
import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { readDraft, readGrid } from "#db/draft.ts";
import { place, takeOff } from "#db/edit.ts";
import { withdrawPitch } from "#db/pitch/withdrawal.ts";
import { changePitch, listPitches } from "#db/pitch.ts";
import { publish } from "#db/publication.ts";
import { event } from "#db/schema/event.ts";
import { placement } from "#db/schema/grid.ts";
import { pitch } from "#db/schema/pitch.ts";
import { room } from "#db/schema/room.ts";
import { slot } from "#db/schema/slot.ts";
import { isHalted, PHASES, wentBy } from "#domain/event.ts";
import { type PitchForm, pitchFormOf } from "#domain/pitch.ts";
import { shownAs } from "#domain/retold.ts";
import { type Board, lying, makeBoard } from "#tests/support/board.ts";
import { type Organiser, standsAt } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { agreedTo, publishDraft } from "#tests/support/published.ts";

const now = new Date("2026-07-14T09:00:00Z");
const EMPTY = { from: null, there: [] };
let db: Database;
let unguarded: Database;
beforeAll(async () => {
  ({ db } = await freshDatabase());
  ({ db: unguarded } = await freshDatabase());
  await unguarded.execute(sql`alter table taken_cell drop constraint placement_one_per_cell`);
});

describe("placing", () => {
  let board: Board;
  beforeEach(async () => {
    board = await makeBoard(db);
  });
  const put = (
    who: Organiser,
    index: number,
    cell: { slotId: string; roomId: string },
    seen: Parameters<typeof place>[2]["seen"],
  ) => place(db, who, { pitchId: board.pitches[index]!, copy: 0, cell, seen }, now);

  test("onto a session one has seen there swaps the two; onto one that came meanwhile is refused", async () => {
    const { one, two, cell, pitches } = board;
    await put(one, 0, cell(0, 0), EMPTY);
    await put(one, 1, cell(0, 1), EMPTY);
    const swapped = await put(one, 0, cell(0, 1), { from: cell(0, 0), there: [pitches[1]!] });
    expect(swapped.ok).toBe(true);
    expect(await lying(db, board)).toEqual({ a: "B0", b: "A0" });
    expect(await put(two, 2, cell(0, 0), EMPTY)).toEqual({ ok: false, refusal: "cell_taken" });
    expect(await put(two, 0, cell(2, 0), { from: cell(0, 0), there: [] })).toEqual({
      ok: false,
      refusal: "changed_meanwhile",
    });
    expect(await lying(db, board)).toEqual({ a: "B0", b: "A0" });
  });

  test("a break, another camp's room and a withdrawn pitch take nothing", async () => {
    const other = await makeBoard(db);
    const { one, cell, pitches } = board;
    expect(await put(one, 0, cell(1, 0), EMPTY)).toEqual({ ok: false, refusal: "not_found" });
    const elsewhere = { ...cell(0, 0), roomId: other.cell(0, 0).roomId };
    expect(await put(one, 0, elsewhere, EMPTY)).toEqual({ ok: false, refusal: "not_found" });
    await withdrawPitch(db, one, pitches[0]!, now);
    expect(await put(one, 0, cell(0, 0), EMPTY)).toEqual({ ok: false, refusal: "not_found" });
  });

  test("waits for a pitch that is being withdrawn, and then leaves it off", async () => {
    const { one, cell, pitches } = board;
    let placed: ReturnType<typeof put> | undefined;
    await db.transaction(async (tx) => {
      await tx.update(pitch).set({ withdrawnAt: now }).where(eq(pitch.id, pitches[0]!));
      placed = put(one, 0, cell(0, 0), EMPTY);
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    expect(await placed).toEqual({ ok: false, refusal: "not_found" });
    expect(await db.$count(placement, eq(placement.pitchId, pitches[0]!))).toBe(0);
  });

  test("is for every phase until a camp is over: the draft is filled before the doors open", async () => {
    for (const phase of PHASES) {
      const { camp, one, pitches, cell } = await makeBoard(db);
      await db.update(event).set(standsAt(phase)).where(eq(event.id, camp.id));
      const input = { pitchId: pitches[0]!, copy: 0, cell: cell(0, 0), seen: EMPTY };
      const placed = await place(db, one, input, now);
      const open = !wentBy(phase) && !isHalted(phase);
      expect([phase, placed.ok || placed.refusal]).toEqual([phase, open ? true : "not_open"]);
    }
  });
});

describe("two organisers place two sessions into one cell at once", () => {
  async function race(database: Database) {
    const board = await makeBoard(database);
    const tries = [board.one, board.two].map((who, index) =>
      place(
        database,
        who,
        { pitchId: board.pitches[index]!, copy: 0, cell: board.cell(0, 0), seen: EMPTY },
        now,
      ),
    );
    const answers = await Promise.all(tries);
    const { placements } = await readDraft(database, board.camp.id);
    return { won: answers.filter((answer) => answer.ok).length, answers, inCell: placements.length };
  }
  const races = (database: Database) => Promise.all(Array.from({ length: 8 }, () => race(database)));

  test("exactly one wins, and the other is told", async () => {
    for (const { won, answers, inCell } of await races(db)) {
      expect([won, inCell]).toEqual([1, 1]);
      expect(answers).toContainEqual({ ok: false, refusal: "cell_taken" });
    }
  });

  test("without the unique key both would: the race is real", async () => {
    const results = await races(unguarded);
    expect(results.some(({ inCell }) => inCell === 2)).toBe(true);
  });
});

test("twenty desks at once leave one session per cell, each session once, and no deadlock", async () => {
  const board = await makeBoard(db);
  const cells = [0, 2].flatMap((slotIndex) => [0, 1, 2].map((roomIndex) => board.cell(slotIndex, roomIndex)));
  for (const [index, pitchId] of board.pitches.entries())
    await place(db, board.one, { pitchId, copy: 0, cell: cells[index]!, seen: EMPTY }, now);
  const { placements } = await readDraft(db, board.camp.id);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => {
      const mine = placements[n % placements.length]!;
      const cell = cells[(n * 5 + 1) % cells.length]!;
      const there = placements.find((it) => it.slotId === cell.slotId && it.roomId === cell.roomId);
      const seen = { from: mine, there: there ? [there.pitchId] : [] };
      return place(db, n % 2 ? board.one : board.two, { pitchId: mine.pitchId, copy: 0, cell, seen }, now);
    }),
  );
  expect(answers.some((answer) => answer.ok)).toBe(true);
  const after = (await readDraft(db, board.camp.id)).placements;
  expect(new Set(after.map((it) => it.slotId + it.roomId)).size).toBe(5);
  expect(new Set(after.map((it) => it.pitchId)).size).toBe(5);
});

describe("publishing", () => {
  test("a host hears which of their words wait for the next version, and that hiding never does", async () => {
    const { one, pitches, cell, camp } = await makeBoard(db);
    const id = pitches[0]!;
    await place(db, one, { pitchId: id, copy: 0, cell: cell(0, 0), seen: EMPTY }, now);
    const out = async () => publishDraft(db, one, now);
    const say = async (words: Partial<PitchForm>) => {
      const was = (await listPitches(db, camp.id)).find((it) => it.id === id)!;
      await changePitch(db, one, { ...pitchFormOf(was), ...words }, now);
      const is = (await listPitches(db, camp.id)).find((it) => it.id === id)!;
      return shownAs(await readGrid(db, camp.id), is);
    };
    expect(await say({ title: "Zebra" })).toBe("now");
    await out();
    expect(await say({ title: "Yak" })).toBe("later");
    await out();
    expect(await say({ noteLevel: "unlisted" })).toBe("now");
    await out();
    expect(await say({ noteLevel: "open" })).toBe("hidden_until_then");
    await out();
    expect(await say({ voice: "for_me" })).toBe("now");
  });

  test("freezes what was agreed to, counts what changed, and refuses a draft that moved on", async () => {
    const { one, two, pitches, cell, camp } = await makeBoard(db);
    await place(db, one, { pitchId: pitches[0]!, copy: 0, cell: cell(0, 0), seen: EMPTY }, now);
    const agreed = await agreedTo(db, one);
    await place(db, two, { pitchId: pitches[1]!, copy: 0, cell: cell(0, 1), seen: EMPTY }, now);
    expect(await publish(db, one, agreed, now)).toEqual({ ok: false, refusal: "changed_meanwhile" });
    const draft = await readDraft(db, camp.id);
    expect(draft.published).toBe(0);
    expect(await publishDraft(db, one, now)).toEqual({ ok: true, value: { number: 1, told: 0 } });
    await takeOff(db, one, { pitchId: pitches[1]!, copy: 0, from: cell(0, 1) }, now);
    const again = await readDraft(db, camp.id);
    expect(again.published).toBe(1);
    expect((await readGrid(db, camp.id))?.sessions.map((it) => it.title)).toEqual(["a", "b"]);
    await publishDraft(db, one, now);
    const second = await readGrid(db, camp.id);
    expect(second).toMatchObject({ number: 2, changes: [{ title: "b", to: null }] });
    expect(second?.slots.map((it) => it.number)).toEqual([1, 0, 2]);
  });

  test("a slot at another time or a room of another name is another draft, and its sessions have changed", async () => {
    const { one, pitches, cell, camp } = await makeBoard(db);
    await place(db, one, { pitchId: pitches[0]!, copy: 0, cell: cell(0, 0), seen: EMPTY }, now);
    const first = await readDraft(db, camp.id);
    const agreed = await agreedTo(db, one);
    await publish(db, one, agreed, now);
    const [from, name] = [first.slots.find(({ id }) => id === cell(0, 0).slotId)!, "Another name"];
    const startsAt = new Date(Date.parse(from.startsAt) + 300_000);
    await db.update(slot).set({ startsAt }).where(eq(slot.id, from.id));
    await db
      .update(room)
      .set({ name })
      .where(eq(room.id, cell(0, 0).roomId));
    expect(await publish(db, one, { ...agreed, base: 1 }, now)).toEqual({
      ok: false,
      refusal: "changed_meanwhile",
    });
    await publishDraft(db, one, now);
    expect((await readGrid(db, camp.id))?.changes).toMatchObject([
      { from: { startsAt: from.startsAt }, to: { startsAt: startsAt.toISOString(), room: name } },
    ]);
  });

  // Seen to make two versions, the second without a change, without the look at what is out.
  test("of two organisers who publish the same at once one is told, and it is one version", async () => {
    const { one, two, pitches, cell, camp } = await makeBoard(db);
    await place(db, one, { pitchId: pitches[0]!, copy: 0, cell: cell(0, 0), seen: EMPTY }, now);
    const agreed = await agreedTo(db, one);
    const answers = await Promise.all([one, two].map((who) => publish(db, who, agreed, now)));
    expect(answers.map((answer) => (answer.ok ? answer.value.number : answer.refusal)).sort()).toEqual([
      1,
      "changed_meanwhile",
    ]);
    expect((await readGrid(db, camp.id))?.number).toBe(1);
  });
});
