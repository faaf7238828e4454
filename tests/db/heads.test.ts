import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { place, reshape } from "#db/edit.ts";
import { type Counting, countHeads, listHeads } from "#db/heads.ts";
import { readProblem } from "#db/planner-problem.ts";
import { audit } from "#db/schema/audit.ts";
import { headCount } from "#db/schema/head-count.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { readPartVersions } from "#db/snapshot.ts";
import { runKey } from "#domain/run.ts";
import type { Attendee } from "#domain/viewer.ts";
import { type Board, makeBoard } from "#tests/support/board.ts";
import { makePerson } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { publishDraft } from "#tests/support/published.ts";

const NOW = new Date("2026-07-14T09:00:00Z");
const at = (minute: number) => new Date(Date.parse("2026-07-14T11:00:00Z") + minute * 60_000);

let db: Database;
let board: Board;
let eventId: string;
let key: string;

beforeAll(async () => {
  ({ db } = await freshDatabase());
});

/** One session on from 11.00 to 11.45. */
beforeEach(async () => {
  board = await makeBoard(db);
  eventId = board.camp.id;
  key = board.pitches[0]!;
  const seen = { from: null, there: [] };
  await place(db, board.one, { pitchId: key, copy: 0, cell: board.cell(0, 0), seen }, NOW);
  await publishDraft(db, board.one, NOW);
});

const count = (heads: number, minute: number, who: Counting = { crew: board.one }) =>
  countHeads(db, who, { key, heads }, at(minute));

let ranks = 0;

async function host(pitchId: string | null): Promise<{ host: Attendee }> {
  const registrationId = await makePerson(db, board.camp, "confirmed", { rank: ++ranks });
  if (pitchId)
    await db.insert(pitchHost).values({ pitchId, registrationId, name: "Ama", position: 0, hosting: true });
  return { host: { registrationId, eventId, name: "Ama" } as Attendee };
}

test("a count is what every screen knows of the run, with when and by whom", async () => {
  const before = (await readPartVersions(db, eventId))!;
  expect(await count(31, 12)).toEqual({ ok: true, value: { stands: true, countedAt: at(12) } });
  expect(await listHeads(db, eventId)).toEqual([
    { key, pitchId: key, heads: 31, at: at(12).toISOString(), by: "crew" },
  ]);
  const after = (await readPartVersions(db, eventId))!;
  expect(after.headsVersion).toBeGreaterThan(before.headsVersion);
  expect(after.gridVersion).toBe(before.gridVersion);
  const acts = await db.select().from(audit).where(eq(audit.act, "count_heads"));
  expect(acts.map(({ subjectId, to, actorId }) => [subjectId, to, actorId])).toContainEqual([
    ...[key, "31", board.one.personId],
  ]);
});

test("a session that runs again is shared out on the grid, and a count of the first run sizes the second", async () => {
  await db.update(pitch).set({ roomHands: 30 }).where(eq(pitch.eventId, eventId));
  for (let n = 0; n < 60; n++) await makePerson(db, board.camp, "confirmed", { rank: ++ranks });
  const again = { pitchId: key, copy: 1 };
  await reshape(db, board.one, { pitchId: key, copy: 0, act: "run_again" }, NOW);
  await place(db, board.one, { ...again, cell: board.cell(2, 1), seen: { from: null, there: [] } }, NOW);
  await publishDraft(db, board.one, NOW);
  const { heads } = (await readGrid(db, eventId))!;
  const expected = [heads![key]!, heads![runKey(key, 1)]!];
  expect(expected[0]! - expected[1]!).toBeLessThanOrEqual(1);
  const sized = async () => {
    const { problem } = await readProblem(db, eventId, at(20));
    return problem.sessions.find(({ id }) => id === key)!.audience;
  };
  expect(await sized()).toEqual(expected);
  // While they still come in it says nothing; later it is what came, and says more of the other.
  await count(2 * expected[0]!, -5);
  expect(await sized()).toEqual(expected);
  await count(2 * expected[0]!, 12);
  const [first, second] = (await sized())!;
  expect(first).toBe(2 * expected[0]!);
  expect(second).toBeGreaterThan(1.4 * expected[1]!);
});

test("counts of any order and repetition end in the newest by time, and of one moment in the larger", async () => {
  const counts = fc.array(fc.record({ heads: fc.nat(60), minute: fc.integer({ min: 0, max: 44 }) }), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(counts, fc.boolean(), async (sent, twice) => {
      await db.delete(headCount).where(eq(headCount.eventId, eventId));
      for (const { heads, minute } of twice ? [...sent, ...sent] : sent) await count(heads, minute);
      const last = Math.max(...sent.map(({ minute }) => minute));
      const heads = Math.max(...sent.filter(({ minute }) => minute === last).map((it) => it.heads));
      const [known] = await listHeads(db, eventId);
      expect([known!.heads, known!.at]).toEqual([heads, at(last).toISOString()]);
    }),
    { numRuns: 25 },
  );
});

test("counts at once leave one, the newest", async () => {
  await Promise.all([5, 9, 7, 3].map((heads) => count(heads, heads)));
  expect((await listHeads(db, eventId)).map(({ heads }) => heads)).toEqual([9]);
});

test("a count stands by when it was made, however late it comes, and is told whether it does", async () => {
  const sent = (heads: number, castAt: Date, minute: number) =>
    countHeads(db, { crew: board.one }, { key, heads, castAt }, at(minute));
  const answer = (stands: boolean, minute: number) => ({
    ok: true,
    value: { stands, countedAt: at(minute) },
  });
  expect(await sent(30, at(10), 20)).toEqual(answer(true, 10));
  expect(await sent(30, at(10), 21)).toEqual(answer(true, 10));
  expect(await sent(25, at(5), 22)).toEqual(answer(false, 10));
  // By a clock that is ahead it was counted as it came; the session is over by now, and was not as it was counted.
  expect(await sent(33, at(90), 23)).toEqual(answer(true, 23));
  expect(await sent(34, at(44), 60)).toEqual(answer(true, 44));
  expect(await sent(35, at(46), 60)).toEqual({ ok: false, refusal: "run_not_on" });
});

describe("a host", () => {
  test("counts in their own session", async () => {
    expect(await count(12, 5, await host(key))).toMatchObject({ ok: true });
    expect((await listHeads(db, eventId))[0]).toMatchObject({ heads: 12, by: "host" });
  });

  test("counts in nobody else's, and a camper in none", async () => {
    for (const who of [await host(board.pitches[1]!), await host(null)])
      expect(await count(12, 5, who)).toEqual({ ok: false, refusal: "not_found" });
    expect(await listHeads(db, eventId)).toEqual([]);
  });
});

test("nobody counts before or after, nor what is on no grid, nor at another camp", async () => {
  expect(await count(3, -11)).toEqual({ ok: false, refusal: "run_not_on" });
  expect(await count(3, 45)).toEqual({ ok: false, refusal: "run_not_on" });
  expect(await count(3, -10)).toMatchObject({ ok: true });
  const unplaced = countHeads(db, { crew: board.one }, { key: board.pitches[1]!, heads: 3 }, at(1));
  expect(await unplaced).toEqual({ ok: false, refusal: "not_found" });
  const other = await makeBoard(db);
  expect(await count(3, 1, { crew: other.one })).toEqual({ ok: false, refusal: "not_found" });
});
