import fc from "fast-check";
import { expect, test } from "vitest";
import { readGrid } from "#db/draft.ts";
import { anyGrid } from "#tests/support/any-grid.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { pitchingCamp } from "#tests/support/pitching.ts";
import { freeze } from "#tests/support/published.ts";

const { db } = await freshDatabase();

test("whatever is published is read back as it was", async () => {
  await fc.assert(
    fc.asyncProperty(anyGrid, async (grid) => {
      const { eventId } = await pitchingCamp(db);
      await freeze(db, eventId, grid);
      expect(await readGrid(db, eventId)).toEqual(grid);
    }),
    { numRuns: 60 },
  );
});
