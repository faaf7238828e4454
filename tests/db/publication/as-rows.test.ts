/** The change that made rows of what was published: every version that was there says what it said. */
import { readdirSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { newId } from "#db/id.ts";
import type { GridView } from "#domain/grid.ts";
import { BLANK_PITCH } from "#domain/pitch.ts";
import { freshDatabase } from "#tests/support/database.ts";

const FOLDER = new URL("../../../db/migrations/", import.meta.url);
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".sql"))
  .sort();
const at = files.findIndex((name) => name.endsWith("_versions_of_the_grid_as_rows.sql"));

let db: Database;
const run = (name: string) => db.$client.unsafe(readFileSync(new URL(name, FOLDER), "utf8"));

beforeAll(async () => {
  db = (await freshDatabase()).db;
  await db.execute(sql`drop schema public cascade`);
  await db.execute(sql`create schema public`);
  for (const name of files.slice(0, at)) await run(name);
});

const [hall, den, morning, noon] = [newId(), newId(), newId(), newId()];
const [swaps, drones, likes, gone] = [newId(), newId(), newId(), newId()].sort() as [
  string,
  string,
  string,
  string,
];
const room = (id: string, letter: string, name: string) => {
  return { id, letter, name, capacity: 40, features: ["loop" as const] };
};
const frame = {
  rooms: [room(hall, "A", "Hall"), room(den, "B", "Den “no. 2”")],
  slots: [
    {
      ...{ id: morning, kind: "session" as const, title: "", hour: 1, number: 1 },
      ...{ startsAt: "2026-07-14T09:00:00.000Z", endsAt: "2026-07-14T09:45:00.000Z" },
    },
    {
      ...{ id: noon, kind: "break" as const, title: "Lunch", hour: 0, number: 0 },
      ...{ startsAt: "2026-07-14T11:00:00.000Z", endsAt: "2026-07-14T12:00:00.000Z" },
    },
  ],
};
const spot = (slotId: string, roomId: string) => {
  const slot = frame.slots.find(({ id }) => id === slotId)!;
  const { name } = frame.rooms.find(({ id }) => id === roomId)!;
  return { slotId, roomId, room: name, startsAt: slot.startsAt, endsAt: slot.endsAt };
};
const pitch = (id: string, title: string) => ({
  ...BLANK_PITCH,
  ...{ id, title, line: "Line\n“two”", hosts: ["Ama", "Rhys"], at: "2026-07-14T08:10:11.123Z" },
});
const merged = [{ id: newId(), title: "Part", line: "", voice: "for_me" as const, hosts: ["Rhys"] }];
const placement = (pitchId: string, slotId: string, roomId: string, pinned = false) => {
  return { pitchId, slotId, roomId, copy: 0, length: 1 as const, pinned };
};

/** As the last release wrote it. */
const second: GridView = {
  number: 2,
  publishedAt: "2026-07-14T08:31:00.000Z",
  sessions: [
    { ...pitch(swaps, "Job swaps"), needs: ["quiet"], merged },
    { ...pitch(drones, "Drone films"), noteLevel: "unlisted", kind: "help", voice: "with_me", hosts: [] },
    pitch(likes, "Not likes"),
  ],
  ...frame,
  placements: [
    placement(swaps, morning, den, true),
    placement(drones, morning, hall),
    placement(likes, noon, den),
  ],
  changes: [
    { pitchId: swaps, copy: 0, title: "Job swaps", from: spot(morning, hall), to: spot(morning, den) },
    { pitchId: drones, copy: 0, title: "Drone films", from: null, to: spot(morning, hall) },
    { pitchId: gone, copy: 0, title: "Gone", from: spot(noon, hall), to: null },
  ],
  heads: { [swaps]: 12, [drones]: 0, [likes]: 31 },
};

test("a version of the last release, and one from before rooms and heads were kept with it", async () => {
  const camp = async (slug: string, ...grids: object[]) => {
    const id = newId();
    await db.execute(sql`insert into event (id, slug, name, place, day, starts_at, zone, capacity, phase, created_at)
      values (${id}, ${slug}, ${slug}, 'Here', '2026-07-14', '2026-07-14T08:00Z', 'Europe/London', 10, 'sessions', now())`);
    for (const [n, grid] of grids.entries())
      await db.execute(sql`insert into publication (event_id, number, published_at, grid)
        values (${id}, ${n + 1}, now(), ${JSON.stringify(grid)}::text::jsonb)`);
    return id;
  };
  const changes = second.sessions.map(({ id, title }) => {
    return { pitchId: id, copy: 0, title, from: null, to: { slotId: morning, roomId: hall } };
  });
  const first = { ...second, number: 1, changes };
  const { heads: _, ...old } = second;
  const bare = { ...old, changes: [{ ...changes[0]!, from: { slotId: noon, roomId: den } }] };
  const [now, before, alone, none] = [
    await camp("now", first, second),
    await camp("before", first, bare),
    await camp("alone", first),
    await camp("none"),
  ];

  for (const name of files.slice(at)) await run(name);

  // Nobody can tell any more whether strangers may read what was taken off.
  const [moved, added, off] = second.changes;
  expect(await readGrid(db, now)).toEqual({ ...second, changes: [moved, added, { ...off, unlisted: true }] });
  const to = spot(morning, den);
  expect(await readGrid(db, before)).toEqual({ ...old, changes: [{ ...bare.changes[0], to }] });
  expect(await readGrid(db, alone)).toEqual({ ...first, changes: [] });
  expect(await readGrid(db, none)).toBeNull();
});
