import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { readSuggestion } from "#db/draft.ts";
import { newId } from "#db/id.ts";
import { movePhase } from "#db/phase.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { uprootedBy } from "#db/placed.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { placement } from "#db/schema/grid.ts";
import { room } from "#db/schema/room.ts";
import { readChange, readVersions, readWhole } from "#db/snapshot.ts";
import { askForSuggestion } from "#db/suggestion.ts";
import { closeHands, keepsCounts } from "#db/voting/closing.ts";
import { countHands } from "#db/voting/tally.ts";
import { raiseHands, readBallot } from "#db/voting.ts";
import { PHASES, permits } from "#domain/event.ts";
import type { Attendee } from "#domain/viewer.ts";
import { type Organiser, standsAt } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
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
let camp: PitchingCamp;
let dan: Organiser;
let ama: Attendee;
let pitchId: string;

beforeAll(async () => {
  ({ db } = await freshDatabase());
});

beforeEach(async () => {
  camp = await pitchingCamp(db);
  dan = await organiser(db, camp);
  ama = await camper(db, camp, "Ama");
  const form = pitchForm("Job swaps");
  await bringPitchFor(db, dan, form, [], MORNING);
  pitchId = form.id;
});

const set = (change: Partial<typeof event.$inferInsert>) =>
  db.update(event).set(change).where(eq(event.id, camp.eventId));
const tap = async (up: boolean) =>
  (await raiseHands(db, [{ attendee: ama, pitchId, up, castAt: null }], new Date()))[0];
const close = (closed: boolean) => closeHands(db, dan, closed, MORNING);
const version = async () => (await readVersions(db, [camp.eventId])).get(camp.eventId)!;

describe("hands that are closed", () => {
  test("stay as they are, up or down, until they are opened again", async () => {
    await tap(true);
    expect(await close(true)).toEqual({ ok: true, value: null });
    for (const up of [true, false]) expect(await tap(up)).toEqual({ ok: false, refusal: "hands_closed" });
    expect(await readBallot(db, ama)).toEqual([pitchId]);
    await close(false);
    expect(await tap(false)).toMatchObject({ ok: true, value: { up: false } });
  });

  test("are refused so as well where everybody has so many", async () => {
    await set({ dots: 1 });
    await tap(true);
    await close(true);
    expect(await tap(false)).toEqual({ ok: false, refusal: "hands_closed" });
  });

  test("are told to every screen and logged, once however often they are closed", async () => {
    const before = await version();
    await close(true);
    expect((await readWhole(db, camp.eventId)).event.handsClosed).toBe(true);
    const known = await version();
    expect(known).toBeGreaterThan(before);
    await close(true);
    expect(await version()).toBe(known);
    await close(false);
    expect((await readWhole(db, camp.eventId)).event.handsClosed).toBeUndefined();
    const entries = await db.select().from(audit).where(eq(audit.eventId, camp.eventId));
    const acts = entries.map(({ act }) => act).filter((act) => /_hands$/.test(act));
    expect(acts).toEqual(["close_hands", "open_hands"]);
  });

  test.each(PHASES)("in the phase %s only where it has hands", async (phase) => {
    await set(standsAt(phase));
    const answer = permits(phase, "raiseHand")
      ? { ok: true, value: null }
      : { ok: false, refusal: "not_open" };
    expect(await close(true)).toEqual(answer);
  });

  test("stay closed while the grid is made, and open when the next day begins to pitch", async () => {
    const move = async (from: "doors" | "pitching" | "grid", to: "doors" | "pitching" | "grid") => {
      expect(await movePhase(db, dan, { from, to }, MORNING)).toMatchObject({ ok: true });
      return (await readWhole(db, camp.eventId)).event.handsClosed ?? false;
    };
    await close(true);
    expect(await move("pitching", "grid")).toBe(true);
    expect(await move("grid", "pitching")).toBe(true);
    expect(await move("pitching", "doors")).toBe(true);
    expect(await move("doors", "pitching")).toBe(false);
  });
});

describe("counts that are kept until hands are closed", () => {
  beforeEach(async () => {
    await set({ tally: "after_closed" });
    await tap(true);
    await countHands(db, camp.eventId, [pitchId]);
  });

  test("are kept until then, and all of them are told at once, with the grid that says how many to expect", async () => {
    expect(await keepsCounts(db, camp.eventId)).toBe(true);
    const known = await version();
    await close(true);
    expect(await keepsCounts(db, camp.eventId)).toBe(false);
    expect(await readChange(db, camp.eventId, known)).toMatchObject({ hands: { [pitchId]: 1 }, grid: null });
  });

  test("end with the phase as well", async () => {
    await set({ phase: "grid" });
    const known = await version();
    await movePhase(db, dan, { from: "grid", to: "sessions" }, MORNING);
    expect(await readChange(db, camp.eventId, known)).toMatchObject({ hands: { [pitchId]: 1 }, grid: null });
    expect(await keepsCounts(db, camp.eventId)).toBe(false);
  });

  test("are told by no suggestion and no question about a room that goes", async () => {
    const [id, slotId] = [newId(), newId()];
    const eventId = camp.eventId;
    await db.insert(room).values({ id, eventId, letter: "A", name: "Hall", capacity: 60, position: 0 });
    const startsAt = new Date(Date.now() + 3_600_000);
    const endsAt = new Date(startsAt.getTime() + 2_700_000);
    await putSlots(db, { id: slotId, eventId, kind: "session", startsAt, endsAt });
    await db.insert(placement).values({ eventId, pitchId, slotId, roomId: id, pinned: false });
    const gone = () => uprootedBy(db, eventId, "room", [{ id, name: "Hall" }]);
    expect(await gone()).toMatchObject([{ sessions: [{ title: "Job swaps", hands: null }] }]);
    expect(await askForSuggestion(db, dan, new Date())).toEqual({ ok: false, refusal: "counts_kept" });
    await close(true);
    expect(await gone()).toMatchObject([{ sessions: [{ title: "Job swaps", hands: 1 }] }]);
    expect(await askForSuggestion(db, dan, new Date())).toMatchObject({ ok: true });
    // What was found, and what is still thought about, goes with the counts.
    await close(false);
    expect(await readSuggestion(db, eventId)).toBeNull();
  });
});

test("hands that are opened again where counts are kept from nobody leave the suggestion be", async () => {
  const startsAt = new Date(Date.now() + 3_600_000);
  const endsAt = new Date(startsAt.getTime() + 2_700_000);
  await putSlots(db, { id: newId(), eventId: camp.eventId, kind: "session", startsAt, endsAt });
  await close(true);
  expect(await askForSuggestion(db, dan, new Date())).toMatchObject({ ok: true });
  await close(false);
  expect(await readSuggestion(db, camp.eventId)).not.toBeNull();
});
