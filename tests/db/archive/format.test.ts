/** The file of a kept camp: one that an export writes is taken, and any other is refused whole. */
import { describe, expect, it } from "vitest";
import { bringArchive } from "#db/archive/bringing.ts";
import { readArchive } from "#db/archive/format.ts";
import { newId } from "#db/id.ts";
import { event } from "#db/schema/event.ts";
import type { Archive } from "#domain/archive.ts";
import { MOST } from "#domain/limits.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();

const [room, slot, later, session] = [newId(), newId(), newId(), newId()];
const at = (hour: number) => `2026-07-14T${String(hour).padStart(2, "0")}:00:00.000Z`;
const pitch = {
  ...{ id: session, title: "Job swaps", line: "", kind: "discuss", noteLevel: "open", needs: [] },
  ...{ wish: false, hosts: ["Ama"], merged: [] },
} satisfies Archive["pitches"][number];

const whole: Archive = {
  format: 1,
  camp: {
    ...{ slug: "brum-camp", name: "Brum Camp", strapline: "", place: "Birmingham", zone: "Europe/London" },
    ...{ language: "en-GB", capacity: 130, sectors: ["Local government"], halted: null },
    days: [{ date: "2026-07-14", startsAt: at(8) }],
  },
  pages: [{ page: "travel", text: "By tram" }],
  grid: {
    ...{ number: 2, publishedAt: at(9) },
    rooms: [{ id: room, letter: "A", name: "Hall", capacity: 30, features: [] }],
    slots: [
      { id: slot, kind: "session", title: "", startsAt: at(9), endsAt: at(10), hour: 1, number: 1 },
      { id: later, kind: "session", title: "", startsAt: at(10), endsAt: at(11), hour: 2, number: 2 },
    ],
    sessions: [pitch],
    placements: [{ pitchId: session, copy: 0, slotId: slot, roomId: room, length: 2 }],
  },
  pitches: [],
  feedback: null,
  fairness: {
    rows: [
      { of: "sector", name: "Local government", asked: 20, got: 10 },
      { of: "firstTime", name: "", asked: 5, got: 0 },
      { of: "others", name: "", asked: 15, got: 10 },
    ],
    ...{ hosts: null, worst: 62, turnout: { asked: 10, got: 5 } },
  },
};

/** The same with something else at a path, such as `camp.slug`. */
function changed(path: string, value: unknown): unknown {
  const copy = structuredClone(whole) as unknown as Record<string, unknown>;
  const keys = path.split(".");
  const last = keys.pop()!;
  const within = keys.reduce((at, key) => at[key] as Record<string, unknown>, copy);
  within[last] = value;
  return copy;
}

const read = (file: unknown) => readArchive(JSON.stringify(file));

it("is taken as it was written", () => {
  expect(read(whole)).toEqual(whole);
});

const { grid } = whole as { grid: NonNullable<Archive["grid"]> };
const [cell] = grid.placements;
const other = { ...pitch, id: newId() };

describe("is refused", () => {
  it.each<[string, unknown]>([
    ["format", 2],
    ["unknown", "field"],
    ["camp.slug", "../../etc"],
    ["camp.name", " "],
    ["camp.name", "x".repeat(81)],
    ["camp.zone", "Mars/Olympus"],
    ["camp.language", "en-GB' or 1"],
    ["camp.capacity", 0],
    ["camp.days", []],
    ["camp.days", [...whole.camp.days, ...whole.camp.days]],
    ["camp.days.0.date", "2026-02-30"],
    ["camp.days.0.startsAt", "9999-07-14T08:00:00Z"],
    ["camp.sectors", ["One", "One"]],
    ["camp.halted", { as: "archived", note: "" }],
    ["pages.0.page", "../index"],
    ["pages", [...whole.pages, ...whole.pages]],
    ["pages.0.text", "x".repeat(10_001)],
    ["grid.rooms.0.id", "1"],
    ["grid.rooms.0.letter", "../A"],
    ["grid.rooms.0.letter", "a"],
    ["grid.rooms.0.features", ["slide"]],
    ["grid.rooms", [...grid.rooms, { ...grid.rooms[0], id: newId(), letter: "B" }]],
    ["grid.slots.0.endsAt", at(9)],
    ["grid.sessions", [pitch, other]],
    ["grid.sessions", []],
    ["grid.sessions.0.title", ""],
    ["grid.sessions.0.noteLevel", "unlisted"],
    ["grid.sessions.0.hosts", ["x".repeat(81)]],
    ["grid.placements.0.roomId", newId()],
    ["grid.placements.0.slotId", newId()],
    ["grid.placements.0.pitchId", newId()],
    ["grid.placements.0.length", 3],
    ["grid.placements", [cell, cell]],
    ["grid.placements", [cell, { ...cell, copy: 1, slotId: later, length: 1 }]],
    ["pitches", [pitch]],
    ["pitches", [{ ...other, noteLevel: "unlisted", title: "" }]],
    ["pitches", [{ ...other, merged: [{ id: session, title: "A part", line: "", hosts: [] }] }]],
    ["pitches", Array.from({ length: 2_001 }, () => ({ ...pitch, id: newId() }))],
    ["fairness.rows.0.asked", 7],
    ["fairness.rows.0.name", ""],
    ["fairness.rows", []],
    ["fairness.worst", 101],
    ["feedback", { people: 4, questions: [], words: [] }],
    ["feedback", { people: 5, questions: [], words: [] }],
  ])("with another %s: %#", (path, value) => {
    expect(read(changed(path, value))).toBeNull();
  });

  it.each(["", "{", "null", "[]", '"camp"', "[".repeat(100_000)])("as no such file at all: %#", (text) => {
    expect(readArchive(text)).toBeNull();
  });
});

it("takes signs that hide, or turn round what stands beside them, out of every text", () => {
  const hiding = read(changed("camp.name", "Brum\u202eCamp\u200b"));
  expect(hiding?.camp.name).toBe("BrumCamp");
});

it("comes in whole where it is as wide as it may be, and what no camp can hold leaves nothing behind", async () => {
  const wide = changed("grid.rooms.0.name", "n".repeat(60));
  const before = await db.$count(event);
  expect((await bringArchive(db, read(wide)!, "not listed", new Date())).ok).toBe(true);
  const nameless = structuredClone(whole);
  nameless.camp.slug = "another";
  nameless.camp.sectors = Array.from({ length: MOST.sectors }, (_, n) => `Sector ${n}`);
  nameless.grid = null;
  nameless.camp.name = "";
  expect(await bringArchive(db, nameless, "not listed", new Date())).toEqual({
    ok: false,
    refusal: "bad_input",
  });
  expect(await db.$count(event)).toBe(before + 1);
});
