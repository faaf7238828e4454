/** Nobody, crew included, is sent another person's ballot: everything a desk can fetch is sums. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { markOf } from "#db/change.ts";
import type { Database } from "#db/connection.ts";
import { readDraft } from "#db/draft.ts";
import { place } from "#db/edit.ts";
import { newId } from "#db/id.ts";
import { standWith } from "#db/pitch/host.ts";
import { bringPitch } from "#db/pitch.ts";
import { changeRooms } from "#db/room.ts";
import { event } from "#db/schema/event.ts";
import { askForSuggestion, keepFound, takeUpSuggestion } from "#db/suggestion.ts";
import { raiseHands } from "#db/voting.ts";
import { solve } from "#domain/agenda/solve.ts";
import { suggestedGridOf } from "#domain/suggestion.ts";
import type { Attendee } from "#domain/viewer.ts";
import { type CardWeights, weightAt } from "#domain/weighing.ts";
import type { Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { deviceOf, type LiveServer, liveServer } from "#tests/support/live.ts";
import {
  camper,
  MORNING,
  organiser,
  type PitchingCamp,
  pitchForm,
  pitchingCamp,
} from "#tests/support/pitching.ts";
import { putSlots } from "#tests/support/slots.ts";

let db: Database;
let server: LiveServer;
let camp: PitchingCamp;
let dan: Organiser;
let desk: string;
let people: Attendee[];
const pitches = ["a", "b", "c"].map((title) => pitchForm(title, { voice: "with_me" }));

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  server = await liveServer(db, fresh.url);
  camp = await pitchingCamp(db);
  dan = await organiser(db, camp);
  desk = await deviceOf(db, dan);
  people = await Promise.all(["Ama", "Ben", "Cy", "Di"].map((name) => camper(db, camp, name)));
  for (const [n, form] of pitches.entries()) await bringPitch(db, people[n]!, form, MORNING);
  await standWith(db, people[3]!, pitches[0]!.id, MORNING);
  // Ama hosts the first and wants the others, which the planner's own rows would say of her by number.
  const taps = [
    [0, 1],
    [0, 2],
    [3, 1],
    [3, 2],
    [1, 2],
  ].map(([who, which]) => ({
    attendee: people[who!]!,
    pitchId: pitches[which!]!.id,
    up: true,
    castAt: MORNING,
  }));
  await raiseHands(db, taps, MORNING);
  await changeRooms(
    db,
    dan,
    markOf([]),
    ["Hall", "Den"].map((name) => ({ id: null, name, capacity: 2, features: [] })),
    MORNING,
  );
  const later = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  await putSlots(
    db,
    [1, 2].map((n) => ({
      id: newId(),
      eventId: camp.eventId,
      kind: "session" as const,
      startsAt: later(n),
      endsAt: later(n + 0.75),
    })),
  );
  const { slots, rooms } = await readDraft(db, camp.eventId);
  for (const n of [0, 1]) {
    const cell = { slotId: slots[0]!.id, roomId: rooms[n]!.id };
    await place(
      db,
      dan,
      { pitchId: pitches[n]!.id, copy: 0, cell, seen: { from: null, there: [] } },
      MORNING,
    );
  }
});
afterAll(() => server.close());

const get = (path: string, cookie: string) =>
  fetch(`${server.origin}/live/${camp.slug}${path}`, { headers: { cookie } });

const refused = async (asked: Promise<Response>) => {
  const answer = await asked;
  return { status: answer.status, ...(await answer.json()) };
};

describe("what a held card would change", () => {
  test("is a word for every cell and why it is here, for the crew alone", async () => {
    const { slots, rooms } = await readDraft(db, camp.eventId);
    const answer = await get(`/pitches/${pitches[1]!.id}/weights`, desk);
    const weights: CardWeights = await answer.json();
    expect([weights.slots, weights.rooms]).toEqual([slots.map(({ id }) => id), rooms.map(({ id }) => id)]);
    expect(weights.cells.flat().every((cell) => cell !== null)).toBe(true);
    // Ama and Di host the first and want the second, which runs beside it.
    expect(weightAt(weights, { slotId: slots[1]!.id, roomId: rooms[0]!.id })).toMatchObject({
      people: 2,
      with: null,
    });
    expect(weights.why).toMatchObject({ torn: [{ people: 2 }] });
    const ama = await deviceOf(db, people[0]!);
    for (const path of [`/pitches/${pitches[1]!.id}/weights`, "/help"]) {
      const { status, refusal } = await refused(get(path, ama));
      expect([status, refusal], path).toEqual([401, "signed_out"]);
    }
  });

  test("a card that is not there weighs nothing", async () => {
    expect(await (await get(`/pitches/${newId()}/weights`, desk)).json()).toEqual({
      slots: [],
      rooms: [],
      again: null,
      cells: [],
      why: null,
    });
  });

  test("follows the draft at once", async () => {
    const { slots, rooms } = await readDraft(db, camp.eventId);
    const cell = { slotId: slots[1]!.id, roomId: rooms[1]!.id };
    await place(
      db,
      dan,
      { pitchId: pitches[2]!.id, copy: 0, cell, seen: { from: null, there: [] } },
      MORNING,
    );
    const weights = await (await get(`/pitches/${pitches[1]!.id}/weights`, desk)).json();
    expect(weightAt(weights, cell)).toMatchObject({ with: pitches[2]!.id });
  });
});

test("what nobody may know yet is not told by weighing a card either", async () => {
  await db.update(event).set({ tally: "after_closed" }).where(eq(event.id, camp.eventId));
  for (const path of [`/pitches/${pitches[1]!.id}/weights`, "/help"])
    expect(await refused(get(path, desk)), path).toMatchObject({ status: 409, refusal: "counts_kept" });
  await db.update(event).set({ handsClosed: true }).where(eq(event.id, camp.eventId));
  for (const path of [`/pitches/${pitches[1]!.id}/weights`, "/help"])
    expect((await get(path, desk)).status, path).toBe(200);
});

test("nothing the crew can fetch says who wants what", async () => {
  await askForSuggestion(db, dan, new Date());
  const task = (await takeUpSuggestion(db, new Date()))!;
  const best = suggestedGridOf(task.problem, task, solve(task.problem, 1, 500));
  await keepFound(db, task, { best, bound: { bound: best.points, final: true } }, new Date());

  const paths = ["/snapshot?audience=desk", "/help", ...pitches.map(({ id }) => `/pitches/${id}/weights`)];
  const said = await Promise.all(paths.map(async (path) => (await get(path, desk)).text()));
  expect(said[0]).toContain(best.placements[0]!.pitchId);
  for (const text of said) {
    for (const { registrationId } of people) expect(text).not.toContain(registrationId);
    // Rows of people, by whatever name: lists of numbers, or of lists.
    expect(text).not.toMatch(/"(wants|fans|hands|people|who)":\s*\[/);
    expect(text).not.toMatch(/\[\s*\d/);
  }
  const { draft } = JSON.parse(said[0]!);
  expect(Object.values(draft.pitches).map((it) => Object.keys(it as object).sort())).toEqual(
    pitches.map(() => ["before", "expected", "hosts"]),
  );
});
