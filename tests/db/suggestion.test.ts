/** What the planner was asked and found, on a real Postgres: who shares, who stops, who takes over, who may take it. */
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { expectPeople } from "#db/card.ts";
import { readDraft, readSuggestion } from "#db/draft.ts";
import { pin, place } from "#db/edit.ts";
import { newId } from "#db/id.ts";
import { bumpProblem } from "#db/live.ts";
import { withdrawPitch } from "#db/pitch/withdrawal.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { room } from "#db/schema/room.ts";
import { slot } from "#db/schema/slot.ts";
import { suggestion as suggestionTable } from "#db/schema/suggestion.ts";
import { hand } from "#db/schema/voting.ts";
import {
  askForSuggestion,
  dropSuggestion,
  failSuggestion,
  keepFound,
  type Task,
  takeUpSuggestion,
} from "#db/suggestion.ts";
import { takeSuggestion } from "#db/suggestion-take.ts";
import { readUndo, undo } from "#db/undo.ts";
import { solve } from "#domain/agenda/solve.ts";
import { roomLetter } from "#domain/room.ts";
import { type SuggestedGrid, suggestedGridOf } from "#domain/suggestion.ts";
import { makeCamp, makeOrganiser, makePerson } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { publishDraft } from "#tests/support/published.ts";
import { putSlots } from "#tests/support/slots.ts";

const { db } = await freshDatabase();
const now = new Date("2026-07-14T09:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const EMPTY = { from: null, there: [] };

/** Two slots around a break, three rooms, five pitches; a and b share a host, c and d their six fans. */
async function makeBoard() {
  const camp = await makeCamp(db, { phase: "grid" });
  const eventId = camp.id;
  const rooms = [0, 1, 2].map((position) => ({
    id: newId(),
    eventId,
    name: `Room ${position}`,
    capacity: 60 - 25 * position,
    letter: roomLetter(position),
    position,
  }));
  await db.insert(room).values(rooms);
  const slots = ["11", "12", "13"].map((hour) => ({
    id: newId(),
    eventId,
    kind: hour === "12" ? ("break" as const) : ("session" as const),
    startsAt: new Date(`2026-07-14T${hour}:00:00Z`),
    endsAt: new Date(`2026-07-14T${hour}:45:00Z`),
  }));
  await putSlots(db, slots);
  const pitches = ["a", "b", "c", "d", "e"].map((title) => ({ id: newId(), eventId, title }));
  await db.insert(pitch).values(pitches);
  await db.insert(pitchHost).values([
    { pitchId: pitches[0]!.id, position: 0, name: "Ama" },
    { pitchId: pitches[1]!.id, position: 0, name: " ama " },
  ]);
  for (let n = 0; n < 6; n++) {
    const registrationId = await makePerson(db, camp, "confirmed", { rank: n });
    await db
      .insert(hand)
      .values([2, 3].map((index) => ({ pitchId: pitches[index]!.id, registrationId, up: true })));
  }
  const [one, two] = [await makeOrganiser(db, camp), await makeOrganiser(db, camp)];
  const cell = (slotIndex: number, roomIndex: number) => ({
    slotId: slots[slotIndex]!.id,
    roomId: rooms[roomIndex]!.id,
  });
  return { camp, eventId, pitches: pitches.map(({ id }) => id), slots, cell, one, two };
}

let board: Awaited<ReturnType<typeof makeBoard>>;
beforeEach(async () => {
  await db.delete(suggestionTable);
  board = await makeBoard();
});

const answer = (task: Task): SuggestedGrid =>
  suggestedGridOf(task.problem, task, solve(task.problem, 1, 5_000));

/** Asked, taken up, and a grid kept. */
async function thought(): Promise<{ task: Task; best: SuggestedGrid; id: string }> {
  await askForSuggestion(db, board.one, now);
  const task = (await takeUpSuggestion(db, now))!;
  const best = answer(task);
  expect(await keepFound(db, task, { best }, now)).toBe(true);
  const { id } = (await readSuggestion(db, board.eventId))!;
  return { task, best, id };
}

const suggestionNow = () => readSuggestion(db, board.eventId);
const draftNow = async () => (await readDraft(db, board.eventId)).placements;
const placeFirst = () =>
  place(db, board.two, { pitchId: board.pitches[0]!, copy: 0, cell: board.cell(0, 0), seen: EMPTY }, now);

describe("asking", () => {
  test("two desks at once share one suggestion, and one worker of many gets it", async () => {
    await Promise.all([board.one, board.two].map((who) => askForSuggestion(db, who, now)));
    expect(await suggestionNow()).toMatchObject({ state: "asked", best: null, bound: null });
    const tasks = await Promise.all(Array.from({ length: 6 }, () => takeUpSuggestion(db, now)));
    expect(tasks.filter((task) => task !== null)).toHaveLength(1);
    await askForSuggestion(db, board.two, now);
    expect(await suggestionNow()).toMatchObject({ state: "thinking" });
  });

  test("once every slot has begun is refused", async () => {
    expect(await askForSuggestion(db, board.one, later(86_400_000))).toEqual({
      ok: false,
      refusal: "slots_begun",
    });
    expect(await suggestionNow()).toBeNull();
  });

  test("again after it is done begins anew", async () => {
    const { task } = await thought();
    await keepFound(db, task, { bound: { bound: 99_000, final: true } }, now);
    expect(await suggestionNow()).toMatchObject({ state: "done", bound: { bound: 99_000 } });
    await askForSuggestion(db, board.one, now);
    expect(await suggestionNow()).toMatchObject({ state: "asked", best: null, bound: null });
    expect(await keepFound(db, task, {}, now)).toBe(false);
  });
});

describe("a worker", () => {
  test("keeps only what is better, and stops when the suggestion is put away", async () => {
    const { task, best } = await thought();
    await keepFound(db, task, { best: { ...best, score: best.score - 1, served: 0 } }, now);
    expect((await suggestionNow())?.best?.served).toBe(best.served);
    await dropSuggestion(db, board.two, now);
    expect(await keepFound(db, task, {}, now)).toBe(false);
    expect(await suggestionNow()).toBeNull();
  });

  test("that is killed is followed by another, which keeps what it found; the dead one is not heard again", async () => {
    const { task, best } = await thought();
    expect(await takeUpSuggestion(db, later(4_000))).toBeNull();
    const next = (await takeUpSuggestion(db, later(6_000)))!;
    expect(next.claim).not.toBe(task.claim);
    expect((await suggestionNow())?.best).toEqual(best);
    expect(await keepFound(db, task, {}, later(6_500))).toBe(false);
    expect(await keepFound(db, next, {}, later(6_500))).toBe(true);
  });

  test("that dies again and again is not followed for ever", async () => {
    await askForSuggestion(db, board.one, now);
    for (let n = 0; n < 3; n++) expect(await takeUpSuggestion(db, later(n * 6_000))).not.toBeNull();
    expect(await takeUpSuggestion(db, later(18_000))).toBeNull();
    expect(await suggestionNow()).toMatchObject({ state: "failed" });
    await askForSuggestion(db, board.one, later(19_000));
    expect(await takeUpSuggestion(db, later(19_000))).not.toBeNull();
  });

  test("that broke says so", async () => {
    const { task } = await thought();
    await failSuggestion(db, task);
    expect(await suggestionNow()).toMatchObject({ state: "failed" });
    expect(await keepFound(db, task, {}, now)).toBe(false);
  });
});

describe("while it is thought about", () => {
  test.each<[string, () => Promise<unknown>]>([
    ["a card that is moved", placeFirst],
    ["a pitch that is withdrawn", () => withdrawPitch(db, board.one, board.pitches[4]!, now)],
    [
      "a number that the crew expects",
      () => expectPeople(db, board.one, { pitchId: board.pitches[4]!, expected: 9 }, now),
    ],
    ["publishing", () => publishDraft(db, board.one, now)],
  ])("%s puts it away at once", async (_, edit) => {
    const { task } = await thought();
    await edit();
    expect(await suggestionNow()).toBeNull();
    expect(await keepFound(db, task, {}, now)).toBe(false);
  });

  test("a question that became another is asked anew at the next tap, also before its worker has noticed", async () => {
    const { task, id } = await thought();
    await placeFirst();
    await askForSuggestion(db, board.two, now);
    expect(await suggestionNow()).toMatchObject({ state: "asked", best: null });
    expect((await suggestionNow())?.id).not.toBe(id);
    expect(await keepFound(db, task, {}, now)).toBe(false);
    expect(await suggestionNow()).toMatchObject({ state: "asked" });
  });

  test("and whose worker died comes back to nobody", async () => {
    await thought();
    await placeFirst();
    expect(await takeUpSuggestion(db, later(6_000))).toBeNull();
    expect(await db.$count(suggestionTable)).toBe(0);
  });

  test("a worker's sign of life reads none of the camp", async () => {
    const { task } = await thought();
    await db.delete(slot).where(eq(slot.id, board.slots[2]!.id));
    expect(await keepFound(db, task, {}, now)).toBe(true);
  });

  test("a hand that is raised, also by somebody new, does not", async () => {
    const { task } = await thought();
    const registrationId = await makePerson(db, board.camp, "confirmed", { rank: 50 });
    await db.insert(hand).values({ pitchId: board.pitches[0]!, registrationId, up: true });
    expect(await keepFound(db, task, {}, now)).toBe(true);
  });

  test("the slot beginning ends it", async () => {
    const { task } = await thought();
    expect(await keepFound(db, task, {}, new Date("2026-07-14T11:00:01Z"))).toBe(false);
  });
});

describe("taking", () => {
  test("all of it keeps the pinned, parts who is wanted by the same people, and is undone in one step", async () => {
    await place(
      db,
      board.one,
      { pitchId: board.pitches[4]!, copy: 0, cell: board.cell(2, 2), seen: EMPTY },
      now,
    );
    await pin(db, board.one, { pitchId: board.pitches[4]!, copy: 0, pinned: true }, now);
    const before = await draftNow();
    const { id, best, task } = await thought();
    expect([best.served, best.wishes, best.leftOut]).toEqual([14, 14, []]);
    expect(await takeSuggestion(db, board.one, { suggestion: id, change: null }, now)).toMatchObject({
      ok: true,
      value: { edit: { before: [], after: [{}, {}, {}, {}] } },
    });
    const taken = await draftNow();
    const slotOf = (index: number) => taken.find((it) => it.pitchId === board.pitches[index])!.slotId;
    expect(taken).toHaveLength(5);
    expect(taken.filter(({ pinned }) => pinned)).toEqual(before);
    expect(slotOf(0)).not.toBe(slotOf(1));
    expect(slotOf(2)).not.toBe(slotOf(3));
    // Thinking goes on to the proof, but what was taken stays what it was.
    expect(await keepFound(db, task, { best: { ...best, score: best.score + 1 } }, now)).toBe(true);
    expect((await suggestionNow())?.best).toEqual(best);
    expect(await undo(db, board.one, now)).toMatchObject({ ok: true, value: { undone: "suggest" } });
    expect(await draftNow()).toEqual(before);
    expect((await suggestionNow())?.best).toEqual(best);
  });

  test("one change leaves the others on the desk, and is a step of its own", async () => {
    const { id, best } = await thought();
    for (const to of best.placements.slice(0, 2)) {
      const change = { pitchId: to.pitchId, copy: 0, to };
      expect((await takeSuggestion(db, board.one, { suggestion: id, change }, now)).ok).toBe(true);
    }
    expect(await draftNow()).toHaveLength(2);
    expect((await readUndo(db, board.one, now))?.steps).toBe(2);
    expect((await suggestionNow())?.best).toEqual(best);
    await undo(db, board.one, now);
    expect(await draftNow()).toHaveLength(1);
  });

  test("a second grid may be taken instead, once there is one, and it comes to the first that was found", async () => {
    const { id, best, task } = await thought();
    const take = () => takeSuggestion(db, board.one, { suggestion: id, change: null, second: true }, now);
    expect(await take()).toEqual({ ok: false, refusal: "changed_meanwhile" });
    const [first, ...others] = best.placements;
    const grid = { ...best, placements: others };
    const second = { grid, moves: 1, served: 1 };
    await keepFound(db, task, { best: { ...best, second } }, now);
    expect((await suggestionNow())?.best?.second).toEqual(second);
    await keepFound(db, task, { best }, now);
    expect((await suggestionNow())?.best?.second).toEqual(second);
    expect((await take()).ok).toBe(true);
    const taken = await draftNow();
    expect(taken.map(({ pitchId }) => pitchId).sort()).toEqual(others.map(({ pitchId }) => pitchId).sort());
    expect(taken.some(({ pitchId }) => pitchId === first!.pitchId)).toBe(false);
  });

  test("is refused for a change that leads elsewhere by now, in a camp that changed, and after an edit", async () => {
    const { id, best } = await thought();
    const refusal = { ok: false, refusal: "changed_meanwhile" };
    const take = (change: { pitchId: string; copy: number; to: null } | null) =>
      takeSuggestion(db, board.one, { suggestion: id, change }, now);
    expect(await take({ pitchId: best.placements[0]!.pitchId, copy: 0, to: null })).toEqual(refusal);
    await bumpProblem(db, board.eventId, ["draft"]);
    expect(await take(null)).toEqual(refusal);
    await placeFirst();
    expect(await take(null)).toEqual(refusal);
    expect(await draftNow()).toHaveLength(1);
  });
});
