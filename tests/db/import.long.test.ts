/** Grids with sessions of several lengths, through the import as the desk does it. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { readDraft } from "#db/draft.ts";
import { importFiles, previewImport } from "#db/import.ts";
import { takenCell } from "#db/schema/grid.ts";
import { isWhole } from "#domain/cell.ts";
import { writeCsv } from "#domain/csv.ts";
import { NO_CHOICES } from "#domain/import/choices.ts";
import { runsOf } from "#domain/run.ts";
import { makeCamp, makeOrganiser, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const called = { person: "Person #", session: "Session #" };
const shared = (name: string) => fileURLToPath(new URL(`../../../shared/data/${name}`, import.meta.url));

let db: Database;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

/** A camp after an import, and what the import of the same files would still bring. */
async function brought(file: string, choices = NO_CHOICES) {
  const camp = await makeCamp(db, { phase: "grid" });
  const organiser = await makeOrganiser(db, camp);
  const input = { files: [file], choices };
  const { mark, additions } = await previewImport(db, organiser, input, called);
  const done = await importFiles(db, organiser, { ...input, mark }, called, NOON);
  expect(done.ok).toBe(true);
  const again = await previewImport(db, organiser, input, called);
  const draft = await readDraft(db, camp.id);
  return { additions, again: again.additions, draft };
}

test("a session that ends with the next slot, or is said again in it, stands in both, and a second import brings nothing", async () => {
  const { draft, additions, again } = await brought(
    [
      "start,end,room,title",
      "10:00,10:45,Hall,A1",
      "11:00,11:45,Hall,A2",
      "10:00,11:45,Den,Long workshop",
      "10:00,10:45,Loft,Maps",
      "11:00,11:45,Loft,Maps",
    ].join("\n"),
  );
  expect(additions.rows).toMatchObject({ all: 5, brought: 5, left: 0 });
  expect(draft.placements.map(({ length }) => length).sort()).toEqual([1, 1, 2, 2]);
  for (const it of draft.placements) {
    expect(isWhole(it, draft.slots)).toBe(true);
    expect(draft.pitches[it.pitchId]?.shape?.length ?? 1).toBe(it.length);
    expect(await db.$count(takenCell, eq(takenCell.pitchId, it.pitchId))).toBe(it.length);
  }
  expect(again.rows).toMatchObject({ brought: 0, there: 5 });
  expect([again.placements, again.slots]).toEqual([[], []]);
});

describe.skipIf(!existsSync(shared("srccon-2014-grid.json")))(
  "a real grid of one and of two and a half hours (skipped without shared/data)",
  () => {
    test("stands as it stood: each session from its start to its end", async () => {
      const { sessions } = JSON.parse(readFileSync(shared("srccon-2014-grid.json"), "utf8"));
      const columns = ["day", "time", "room", "kind", "title"];
      const rows = sessions.map((it: Record<string, string>) => columns.map((name) => it[name] ?? ""));
      const { draft, additions } = await brought(writeCsv([columns, ...rows]), {
        ...NO_CHOICES,
        days: "file",
      });
      expect(additions.problems).toEqual([]);
      const hours = runsOf(draft).map(
        ({ startsAt, endsAt }) => (Date.parse(endsAt) - Date.parse(startsAt)) / 3_600_000,
      );
      const long = sessions.filter(({ length }: { length: string }) => length.startsWith("2.5"));
      expect([hours.length, hours.filter((it) => it === 2.5).length]).toEqual([35, long.length]);
      expect(hours.filter((it) => it !== 2.5 && it !== 1)).toEqual([]);
    });
  },
);
