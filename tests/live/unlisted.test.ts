/** Of a session that is not listed, strangers learn its cell: whatever they ask, wherever it could be said. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectPeople } from "#db/card.ts";
import { markOf } from "#db/change.ts";
import type { Database } from "#db/connection.ts";
import { readDraft } from "#db/draft.ts";
import { place } from "#db/edit.ts";
import { callPitch } from "#db/pitch/front.ts";
import { bringPitch } from "#db/pitch.ts";
import { changeRooms } from "#db/room.ts";
import { changeSlots } from "#db/slot.ts";
import { countHands } from "#db/voting/tally.ts";
import { raiseHands } from "#db/voting.ts";
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
import { publishDraft } from "#tests/support/published.ts";
import { TestScreen } from "#tests/support/screen.ts";

const SECRET = /SECRET|went_wrong|for_me|quiet|step_free|11:11:11|12:12:12/;
const form = pitchForm("SECRET title", {
  line: "SECRET line",
  kind: "went_wrong",
  voice: "for_me",
  noteLevel: "unlisted",
  needs: ["quiet", "step_free"],
});
const PATHS = ["snapshot?audience=phone", "snapshot?audience=wall"];

let db: Database;
let server: LiveServer;
let camp: PitchingCamp;
let ticket: string;

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  server = await liveServer(db, fresh.url);
  camp = await pitchingCamp(db, "grid");
  const [dan, ama] = [await organiser(db, camp), await camper(db, camp, "SECRET host")];
  ticket = await deviceOf(db, ama);
  await bringPitch(db, ama, form, new Date("2026-07-14T11:11:11Z"));
  await callPitch(db, dan, form.id, new Date("2026-07-14T12:12:12Z"));
  await raiseHands(db, [{ attendee: ama, pitchId: form.id, up: true, castAt: MORNING }], MORNING);
  await countHands(db, camp.eventId, [form.id]);
  await expectPeople(db, dan, { pitchId: form.id, expected: 4321 }, MORNING);
  await changeRooms(db, dan, markOf([]), [{ id: null, name: "Hall", capacity: 9, features: [] }], MORNING);
  const slot = {
    id: null,
    kind: "session" as const,
    title: "",
    day: "2026-07-14",
    starts: "13:00",
    ends: "13:45",
  };
  await changeSlots(db, dan, markOf([]), [slot], MORNING);
  const { rooms, slots } = await readDraft(db, camp.eventId);
  const cell = { slotId: slots[0]!.id, roomId: rooms[0]!.id };
  await place(db, dan, { pitchId: form.id, copy: 0, cell, seen: { from: null, there: [] } }, MORNING);
  await publishDraft(db, dan, MORNING);
});
afterAll(() => server.close());

const get = async (path: string, cookie?: string) =>
  (await fetch(server.origin + path, { headers: cookie ? { cookie } : {} })).text();

test("people at the camp read all of it", async () => {
  expect(await get(`/live/${camp.slug}/${PATHS[0]}`, ticket)).toMatch(SECRET);
});

test.each([...PATHS.map((it) => `/live/{camp}/${it}`), "/now/{camp}", "/e/{camp}/plain"])(
  "nothing of it is in %s",
  async (path) => {
    const said = await get(path.replace("{camp}", camp.slug));
    expect(said).not.toMatch(SECRET);
    expect(said).not.toContain("4321");
  },
);

test("nor in the stream, where only its cell is", async () => {
  const screen = await TestScreen.open(server.origin, camp.slug);
  await screen.until(({ known }) => known !== null);
  screen.close();
  expect(JSON.stringify(screen.messages)).not.toMatch(SECRET);
  expect(screen.known?.pitches).toEqual([]);
  expect(screen.known?.hands).toEqual({});
  expect(screen.known?.grid?.placements.map(({ pitchId }) => pitchId)).toEqual([form.id]);
});
