/** What a calendar that follows a camp's grid is answered, from the database to the file. */
import ICAL from "ical.js";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { GET } from "#app/e/[event]/calendar.ics/route.ts";
import { GET as getRoom } from "#app/e/[event]/rooms/[room]/calendar.ics/route.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { hidePitch } from "#db/pitch/hiding.ts";
import { bringPitchFor, listPitches } from "#db/pitch.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { freeze, gridOf } from "#tests/support/published.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => undefined }),
  headers: async () => new Headers(),
}));

let db: Database;
beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
});
afterAll(closeDatabase);

const ask = async (slug: string) =>
  (await GET(new Request("http://x"), { params: Promise.resolve({ event: slug }) })).text();
const entries = (file: string) =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent").map((part) => {
    const { summary, location, sequence, description } = new ICAL.Event(part);
    const [room] = location.split(",");
    return [
      summary,
      room,
      sequence,
      part.getFirstPropertyValue("status"),
      description?.split("\n")[0] ?? null,
    ];
  });

test("has every session of the grid, and says of nobody who hosts what is not listed or was hidden", async () => {
  const camp = await pitchingCamp(db);
  const dan = await organiser(db, camp);
  const bring = async (title: string, host: string, noteLevel: "open" | "unlisted" = "open") => {
    const form = pitchForm(title, { noteLevel });
    await bringPitchFor(db, dan, form, [host], MORNING);
    return form;
  };
  expect(entries(await ask(camp.slug))).toEqual([]);
  const [swaps, gone] = [await bring("Job swaps", "Ama"), await bring("Gone", "Rhys")];
  const hidden = await bring("SECRET advert", "SECRET Zed");
  await bring("SECRET session", "SECRET Mei", "unlisted");
  const grid = await gridOf(db, camp, MORNING.getTime());
  await freeze(db, camp.eventId, grid);
  const sessions = (await listPitches(db, camp.eventId)).filter(({ id }) => id !== gone.id);
  const placements = grid.placements
    .filter(({ pitchId }) => pitchId !== gone.id)
    .map((it) => (it.pitchId === swaps.id ? { ...it, roomId: grid.rooms[7]!.id } : it));
  await freeze(db, camp.eventId, { ...grid, number: 2, sessions, placements });
  await hidePitch(db, dan, { pitchId: hidden.id, reason: "An advert" }, MORNING);

  const file = await ask(camp.slug);
  expect(file).not.toContain("SECRET");
  expect(entries(file)).toEqual([
    ["Job swaps", "Committee room 8", 2, "CONFIRMED", "with Ama"],
    ["Gone", "Committee room 1", 2, "CANCELLED", "with Rhys"],
    ["A session for people at the camp", "Committee room 1", 1, "CONFIRMED", null],
  ]);

  const room = (room: string) =>
    getRoom(new Request("http://x"), { params: Promise.resolve({ event: camp.slug, room }) });
  const ofRoom = await (await room("A")).text();
  expect(ofRoom).toContain("X-WR-CALNAME:Brum Camp: A · Committee room 1");
  expect(entries(ofRoom)).toEqual([
    ["Job swaps", "Committee room 1", 2, "CANCELLED", "with Ama"],
    ["Gone", "Committee room 1", 2, "CANCELLED", "with Rhys"],
    ["A session for people at the camp", "Committee room 1", 1, "CONFIRMED", null],
  ]);
  expect(entries(await (await room("H")).text())).toEqual([
    ["Job swaps", "Committee room 8", 2, "CONFIRMED", "with Ama"],
  ]);
  expect(entries(await (await room("B")).text())).toEqual([]);
  await expect(room("Z")).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
});
