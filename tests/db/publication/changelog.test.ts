import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { hidePitch } from "#db/pitch/hiding.ts";
import { previewMerge } from "#db/pitch/mergeable.ts";
import { mergePitches } from "#db/pitch/merging.ts";
import { bringPitchFor, changePitch, listPitches } from "#db/pitch.ts";
import { readChangelog } from "#db/publication/changelog.ts";
import { publication } from "#db/schema/publication.ts";
import { VERSIONS_TOLD } from "#domain/changelog.ts";
import type { PitchForm } from "#domain/pitch.ts";
import type { Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { MORNING, organiser, type PitchingCamp, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { freeze, gridOf } from "#tests/support/published.ts";

const { db } = await freshDatabase();
let camp: PitchingCamp;
let dan: Organiser;

beforeEach(async () => {
  camp = await pitchingCamp(db);
  dan = await organiser(db, camp);
});

const pitched = async (title: string, rest: Partial<PitchForm> = {}) => {
  const form = pitchForm(title, rest);
  await bringPitchFor(db, dan, form, ["Ama"], MORNING);
  return form;
};
/** A version with all pitches, and the next with all of them one cell on. */
async function publishTwice() {
  const grid = await gridOf(db, camp, MORNING.getTime());
  await freeze(db, camp.eventId, grid);
  const slots = grid.slots.map(({ id }) => id);
  const placements = grid.placements.map((it) => ({
    ...it,
    slotId: slots[(slots.indexOf(it.slotId) + 1) % slots.length]!,
  }));
  await freeze(db, camp.eventId, { ...grid, number: 2, placements });
}
const told = async () =>
  (await readChangelog(db, camp.eventId)).entries.map(({ told }) =>
    told.map(({ kind, title }) => `${kind} ${title}`),
  );

test("before the first version there is nothing to tell", async () => {
  expect(await readChangelog(db, camp.eventId)).toEqual({ entries: [], cut: false });
});

test("a session that is closed or hidden since is told of no more, nor one with a closed part", async () => {
  const swaps = await pitched("Job swaps");
  const [maps, hidden] = [await pitched("Maps"), await pitched("Hidden")];
  const [whole, part] = [await pitched("Whole"), await pitched("Part")];
  await pitched("Secret", { noteLevel: "unlisted" });
  const ids = { stays: whole.id, goes: part.id };
  const { mark } = (await previewMerge(db, dan, ids))!;
  await mergePitches(db, dan, { ...ids, mark, reason: "Alike" }, MORNING);
  await publishTwice();
  expect(await told()).toEqual(
    [["moved Job swaps", "moved Maps", "moved Hidden", "moved Whole"].sort(), []].map((it) =>
      expect.arrayContaining(it),
    ),
  );
  await changePitch(db, dan, { ...maps, noteLevel: "unlisted" }, MORNING);
  await hidePitch(db, dan, { pitchId: hidden.id, reason: "An advert" }, MORNING);
  await changePitch(db, dan, { ...part, noteLevel: "unlisted" }, MORNING);
  expect(await told()).toEqual([[`moved ${swaps.title}`], []]);
  expect(JSON.stringify(await readChangelog(db, camp.eventId))).not.toMatch(/Secret|Maps|Hidden|Whole|Part/);
});

test("a version that was taken back says when, and nothing of what it was", async () => {
  await pitched("Job swaps");
  await publishTwice();
  await db.update(publication).set({ takenBackAt: MORNING }).where(eq(publication.number, 2));
  const { entries } = await readChangelog(db, camp.eventId);
  expect(entries.map(({ number, takenBackAt, told }) => [number, takenBackAt, told])).toEqual([
    [2, MORNING.toISOString(), []],
    [1, null, []],
  ]);
});

test("of very many versions the last are told, each beside the one before it", async () => {
  await pitched("Job swaps");
  const sessions = await listPitches(db, camp.eventId);
  for (let number = 1; number <= VERSIONS_TOLD + 2; number += 1)
    await freeze(db, camp.eventId, { number, sessions });
  const { entries, cut } = await readChangelog(db, camp.eventId);
  expect([entries.length, cut]).toEqual([VERSIONS_TOLD, true]);
  expect(entries.at(-1)).toMatchObject({ number: 3, since: 2 });
});
