/** The planner beside the server, end to end: a real thread, a real Postgres, a worker that is really killed. */
import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { readDraft, readSuggestion } from "#db/draft.ts";
import { place } from "#db/edit.ts";
import { newId } from "#db/id.ts";
import { pitch } from "#db/schema/pitch.ts";
import { room } from "#db/schema/room.ts";
import { slot } from "#db/schema/slot.ts";
import { hand } from "#db/schema/voting.ts";
import { askForSuggestion } from "#db/suggestion.ts";
import { takeSuggestion } from "#db/suggestion-take.ts";
import { roomLetter } from "#domain/room.ts";
import { type Suggestion, verdictOf } from "#domain/suggestion.ts";
import { changesOf } from "#domain/suggestion-changes.ts";
import { Planner } from "#jobs/planner.ts";
import { makeCamp, makeOrganiser, makePerson } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { publishDraft } from "#tests/support/published.ts";
import { putSlots } from "#tests/support/slots.ts";

const { db, url } = await freshDatabase();
const HOUR = 3_600_000;
let planner: Planner | null = null;
afterEach(async () => {
  await planner?.end();
  planner = null;
});

/** Four slots, three rooms, twelve pitches and twenty people with five hands each. */
async function makeBoard() {
  const camp = await makeCamp(db, { phase: "grid" });
  const eventId = camp.id;
  const rooms = [30, 12, 8].map((capacity, position) => ({
    id: newId(),
    eventId,
    name: `Room ${position}`,
    capacity,
    letter: roomLetter(position),
    position,
  }));
  await db.insert(room).values(rooms);
  const slots = [1, 2, 3, 4].map((hours) => {
    const startsAt = new Date(Date.now() + hours * HOUR);
    return { id: newId(), eventId, startsAt, endsAt: new Date(startsAt.getTime() + HOUR / 2) };
  });
  await putSlots(
    db,
    slots.map((it) => ({ ...it, kind: "session" as const })),
  );
  const pitches = Array.from({ length: 12 }, (_, n) => ({ id: newId(), eventId, title: `Pitch ${n}` }));
  await db.insert(pitch).values(pitches);
  for (let n = 0; n < 20; n++) {
    const registrationId = await makePerson(db, camp, "confirmed", { rank: n });
    const wants = new Set([0, 1, 2, 3, 4].map((k) => (n * 5 + k * (1 + (n % 4)) + k) % 12));
    await db
      .insert(hand)
      .values([...wants].map((index) => ({ pitchId: pitches[index]!.id, registrationId, up: true })));
  }
  return { eventId, crew: await makeOrganiser(db, camp), pitches, rooms, slots };
}

async function until(
  eventId: string,
  enough: (suggestion: Suggestion | null) => boolean,
): Promise<Suggestion | null> {
  for (;;) {
    const suggestion = await readSuggestion(db, eventId);
    if (enough(suggestion)) return suggestion;
    await sleep(20);
  }
}

describe("a suggestion that a desk asks for", () => {
  test("has its first grid soon after the tap, better ones in place, and a verdict in the end", async () => {
    planner = new Planner(db, url);
    await sleep(2_000);
    const { eventId, crew } = await makeBoard();
    await askForSuggestion(db, crew, new Date());
    const asked = performance.now();
    const first = await until(eventId, (suggestion) => suggestion?.best != null);
    // Half a second on a quiet machine; here several test files and Postgres share two cores.
    expect(performance.now() - asked).toBeLessThan(3_000);
    const done = await until(eventId, (suggestion) => suggestion?.state === "done");
    expect(done!.best!.score).toBeGreaterThanOrEqual(first!.best!.score);
    expect(done!.best!.placements).toHaveLength(12);
    expect(verdictOf(done!)).not.toBeNull();
  }, 90_000);

  test("is dropped as soon as somebody moves a card by hand", async () => {
    planner = new Planner(db, url);
    const { eventId, crew, pitches, rooms, slots } = await makeBoard();
    await askForSuggestion(db, crew, new Date());
    await until(eventId, (suggestion) => suggestion?.best != null);
    const cell = { slotId: slots[0]!.id, roomId: rooms[0]!.id };
    const seen = { from: null, there: [] };
    await place(db, crew, { pitchId: pitches[0]!.id, copy: 0, cell, seen }, new Date());
    await sleep(1_500);
    expect(await readSuggestion(db, eventId)).toBeNull();
  }, 60_000);

  test("moves little of what was published, and nothing that has begun", async () => {
    const { eventId, crew } = await makeBoard();
    planner = new Planner(db, url);
    await askForSuggestion(db, crew, new Date());
    const { id } = (await until(eventId, (suggestion) => suggestion?.state === "done"))!;
    await takeSuggestion(db, crew, { suggestion: id, change: null }, new Date());
    await publishDraft(db, crew, new Date());
    const before = (await readDraft(db, eventId)).placements;
    const [first] = (await readDraft(db, eventId)).slots;
    await db.update(slot).set({ startsAt: new Date() }).where(eq(slot.id, first!.id));
    await db.update(room).set({ capacity: 9 }).where(eq(room.eventId, eventId));
    await askForSuggestion(db, crew, new Date());
    const again = await until(eventId, (suggestion) => suggestion?.state === "done" && suggestion.id !== id);
    const changes = changesOf(again!.best!, before);
    expect(changes.filter(({ from }) => from?.slotId === first!.id)).toEqual([]);
    expect(changes.filter(({ from, to }) => from?.slotId !== to?.slotId).length).toBeLessThanOrEqual(1);
  }, 120_000);

  test("outlives its worker: killed in the middle, the next one goes on", async () => {
    const { eventId, crew } = await makeBoard();
    await askForSuggestion(db, crew, new Date());
    const program = "tests/support/thinking-worker.ts";
    const worker = spawn(process.execPath, ["--import", "tsx", program, url], { stdio: "inherit" });
    const before = await until(eventId, (suggestion) => suggestion?.best != null);
    worker.kill("SIGKILL");
    planner = new Planner(db, url);
    const done = await until(eventId, (suggestion) => suggestion?.state === "done");
    expect(done!.id).toBe(before!.id);
    expect(done!.best!.score).toBeGreaterThanOrEqual(before!.best!.score);
  }, 90_000);
});
