import { expect, test } from "vitest";
import { keptWall } from "#components/wall/kept.ts";
import { whole } from "#tests/support/snapshot.ts";

test("a wall keeps what strangers may see, whoever put it up", () => {
  const kept = keptWall(
    { ...whole, draft: null, placements: null, people: null },
    7,
    "For those in the room",
  );
  expect(kept).toMatchObject({ at: 7, me: { owner: null } });
  const titles = [...kept.snapshot.pitches, ...kept.snapshot.grid!.sessions].map(({ title }) => title);
  expect(titles).not.toContain("Title of b");
  expect(JSON.stringify(kept)).not.toContain("Title of secret");
});
