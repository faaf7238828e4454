/** Imports into a real database: shown first, then all of it or nothing, and never twice. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { readDraft } from "#db/draft.ts";
import { lockEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { findByName } from "#db/import/camp.ts";
import { importFiles, importIntoNew, previewImport } from "#db/import.ts";
import { listPitches } from "#db/pitch.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { hand } from "#db/schema/voting.ts";
import { NO_CHOICES } from "#domain/import/choices.ts";
import type { ImportProgress } from "#domain/import/progress.ts";
import { decode } from "#domain/import/text.ts";
import { localAt } from "#domain/time/local.ts";
import { makeCamp, makeOrganiser, NOON, type Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { miscountedAnywhere } from "#tests/support/miscounted.ts";

const called = { person: "Person #", session: "Session #" };
const GRID = "start,end,room,title\n10:00,10:45,Loft,Bins\n10:00,10:45,Hall,Pools\n10:45,11:15,,Tea\n";

let db: Database;
let organiser: Organiser;

const input = (...files: string[]) => ({ files, choices: NO_CHOICES });

const bring = async (...files: string[]) => {
  const { mark } = await previewImport(db, organiser, { files, choices: NO_CHOICES }, called);
  return importFiles(db, organiser, { files, choices: NO_CHOICES, mark }, called, NOON);
};
const titles = async () => (await listPitches(db, organiser.eventId)).map((pitch) => pitch.title);

beforeAll(async () => {
  ({ db } = await freshDatabase());
});

describe("at the desk", () => {
  beforeAll(async () => {
    const camp = await makeCamp(db, { capacity: 2, phase: "pitching" });
    organiser = await makeOrganiser(db, camp);
  });

  test("a preview writes nothing", async () => {
    const { additions, readings } = await previewImport(db, organiser, input(GRID), called);
    expect(readings.map(({ sheet }) => sheet)).toEqual(["grid"]);
    expect(additions.pitches).toHaveLength(2);
    expect(additions.problems).toMatchObject([{ row: 4, column: "room", code: "missing" }]);
    expect(await titles()).toEqual([]);
  });

  // Before, last year's grid stood on last year's days, beside the rows of the camp.
  test("last year’s grid comes to stand on the days of this camp, and a second time changes nothing", async () => {
    const camp = await makeCamp(db, { phase: "grid" });
    const own = await makeOrganiser(db, camp);
    const files = ["date,start,end,room,title\n2012-04-28,10:00,10:45,Loft,Bins\n"];
    const look = (choices = NO_CHOICES) => previewImport(db, own, { files, choices }, called);
    const { mark, additions, readings } = await look();
    const [{ day }] = (await db.select({ day: event.day }).from(event).where(eq(event.id, camp.id))) as [
      { day: string },
    ];
    expect(readings[0]!.moved).toEqual({ as: "camp", days: [{ from: "2012-04-28", to: day }] });
    expect(additions.slots.map(({ startsAt }) => localAt(startsAt, "Europe/London"))).toEqual([
      { day, time: "10:00" },
    ]);
    await importFiles(db, own, { files, choices: NO_CHOICES, mark }, called, NOON);
    const again = await look();
    expect([again.additions.rows.brought, again.additions.rows.there]).toEqual([0, 1]);
    const kept = await look({ ...NO_CHOICES, days: "file" });
    expect(localAt(kept.additions.slots[0]!.startsAt, "Europe/London").day).toBe("2012-04-28");
  });

  test("what was agreed to is written, without the bad rows", async () => {
    expect((await bring(GRID)).ok).toBe(true);
    expect(await titles()).toEqual(["Bins", "Pools"]);
    const draft = await readDraft(db, organiser.eventId);
    expect(draft.rooms.map((room) => room.name)).toEqual(["Loft", "Hall"]);
    expect(draft.placements).toHaveLength(2);
  });

  test("the same file again changes nothing", async () => {
    expect((await bring(GRID)).ok).toBe(true);
    expect(await titles()).toEqual(["Bins", "Pools"]);
    expect((await readDraft(db, organiser.eventId)).rooms).toHaveLength(2);
  });

  test("what would be another import by now is refused, and leaves nothing", async () => {
    const files = ["title\nDrones\n"];
    const { mark } = await previewImport(db, organiser, { files, choices: NO_CHOICES }, called);
    await bring("title\nDrones\nTides\n");
    expect(await importFiles(db, organiser, { files, choices: NO_CHOICES, mark }, called, NOON)).toEqual({
      ok: false,
      refusal: "changed_meanwhile",
    });
    expect((await titles()).sort()).toEqual(["Bins", "Drones", "Pools", "Tides"]);
  });

  test("it is judged before the camp is locked, and again where the camp changed meanwhile", async () => {
    const files = ["title\nKites\n"];
    const { mark } = await previewImport(db, organiser, { files, choices: NO_CHOICES }, called);
    let judged = () => {};
    const waited = new Promise<void>((resolve) => (judged = resolve));
    let importing: ReturnType<typeof importFiles> | undefined;
    await db.transaction(async (tx) => {
      await lockEvent(tx, organiser.eventId);
      const tell = ({ step }: ImportProgress) => step === "comparing" && judged();
      importing = importFiles(db, organiser, { files, choices: NO_CHOICES, mark }, called, NOON, tell);
      await waited;
      await tx
        .insert(pitch)
        .values({ id: newId(), eventId: organiser.eventId, title: "Kites", line: "", kind: "discuss" });
    });
    expect(await importing).toEqual({ ok: false, refusal: "changed_meanwhile" });
    expect((await titles()).filter((title) => title === "Kites")).toHaveLength(1);
    await db.delete(pitch).where(eq(pitch.title, "Kites"));
  });

  test("ballots bring people and hands, counted; places are raised knowingly", async () => {
    await bring("person,pitch,rating\n1,Bins,5\n2,Bins,4\n3,Bins,1\n3,Pools,5\n");
    const hands = await db.$count(hand);
    const [camp] = await db.select().from(event).where(eq(event.id, organiser.eventId));
    const [entry] = await db.select().from(audit).where(eq(audit.act, "raise_capacity"));
    expect(hands).toBe(3);
    expect(await miscountedAnywhere(db)).toEqual([]);
    expect(camp!.capacity).toBe(3);
    expect(entry).toMatchObject({ from: "2", to: "3", reason: "import", actorId: organiser.personId });
  });

  test("a hand that was taken down since stays down", async () => {
    await db.update(hand).set({ up: false });
    await bring("person,pitch,rating\n1,Bins,5\n");
    expect(await db.$count(hand, eq(hand.up, true))).toBe(0);
    await db.update(hand).set({ up: true });
  });

  test("nobody imported can be written to", async () => {
    const rows = await db.select().from(registration).where(eq(registration.eventId, organiser.eventId));
    expect(rows.map((row) => row.email.split("@")[1])).toEqual([
      "import.invalid",
      "import.invalid",
      "import.invalid",
    ]);
    expect(rows.every((row) => row.verifiedAt === null)).toBe(true);
  });

  test("what a cell says is text and stays text", async () => {
    const evil = `=HYPERLINK("http://x")'; drop table pitch; --`;
    await bring(`title\n"${evil.replaceAll('"', '""')}"\n`);
    expect(await titles()).toContain(evil);
  });
});

describe("a camp whose name has no Latin letter", () => {
  test("has an address of its own, however soon after another", async () => {
    const start = async (name: string) => {
      const draft = {
        name,
        zone: "Europe/London",
        place: "P",
        day: "2026-12-05",
        sectors: ["S"],
        startsAt: NOON,
      };
      const done = await importIntoNew(db, draft, input("title\nA\n"), called, NOON);
      return done.ok ? done.value.slug : done.refusal;
    };
    const slugs = [await start("💥💥"), await start("Привет"), await start("营地")];
    expect(slugs.filter((slug) => !/^camp-[0-9a-f]{8}$/.test(slug))).toEqual([]);
    expect(new Set(slugs).size).toBe(3);
  });
});

const real = (name: string) => fileURLToPath(new URL(`../../../shared/data/${name}`, import.meta.url));

describe.skipIf(!existsSync(real("SOURCE.md")))("real files (skipped without shared/data)", () => {
  async function bringReal(name: string, zone: string, file: string): Promise<string> {
    const draft = { name, zone, place: "P", day: "2012-04-28", sectors: ["S"], startsAt: NOON };
    const done = await importIntoNew(db, draft, input(decode(readFileSync(real(file)))!), called, NOON);
    expect(done).toMatchObject({ ok: true, value: { additions: { problems: [] } } });
    return done.ok ? done.value.id : "";
  }

  test("a grid of two days stands on the draft as it stood on the wall", async () => {
    const id = await bringReal("TCamp 2012", "America/New_York", "tcamp-2012-grid.csv");
    const { slots, placements, rooms } = await readDraft(db, id);
    const numbers = slots.filter((slot) => slot.kind === "session").map((slot) => slot.number);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 1, 2, 3, 4]);
    expect([placements.length, placements.filter((one) => one.pinned).length]).toEqual([113, 1]);
    expect(rooms).toHaveLength(20);
    expect((await findByName(db, "tcamp 2012"))?.id).toBe(id);
  });

  test("ballots of 147 people become hands up, and everybody has a place", async () => {
    const id = await bringReal("Alpine 2019", "Europe/London", "alpine-2019-ratings.csv");
    const confirmed = and(eq(registration.eventId, id), eq(registration.status, "confirmed"));
    expect(await db.$count(registration, confirmed)).toBe(147);
    expect(await listPitches(db, id)).toHaveLength(114);
  });
});
