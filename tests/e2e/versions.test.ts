/** Versions of the grid: one is taken back at the desk, and whoever follows it sees the one before. */
import { bump } from "#db/live.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { changelog } from "#messages/en/changelog.ts";
import { editor } from "#messages/en/editor.ts";
import { MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { freeze, gridOf } from "#tests/support/published.ts";
import { axeFaults } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { organiserOf } from "./people.ts";

test("a version is taken back with a phone listening, and told of without a script", async ({
  server,
  visitor,
}) => {
  const { db } = server;
  const camp = await pitchingCamp(db, "grid");
  await bringPitchFor(db, await organiser(db, camp), pitchForm("Job swaps"), ["Ama"], MORNING);
  const grid = await gridOf(db, camp, Date.now());
  await freeze(db, camp.eventId, grid);
  const placements = grid.placements.map((it) => ({ ...it, roomId: grid.rooms[1]!.id }));
  await freeze(db, camp.eventId, { ...grid, number: 2, placements });
  await bump(db, camp.eventId, ["grid"]);
  const phone = await visitor({ viewport: { width: 320, height: 640 } });
  await phone.goto(`/e/${camp.slug}/grid`);
  await expect(phone.getByRole("cell").getByText("Committee room 2")).toBeVisible();

  const desk = await organiserOf(server, { id: camp.eventId, slug: camp.slug, sectorId: "" }, visitor);
  await desk.goto(`/e/${camp.slug}/desk/grid`);
  const takeBack = desk.getByRole("button", { name: editor.versions.takeBack(2) });
  await takeBack.click();
  await expect(desk.getByText(/show version 1 again.*1 session is in another place/)).toBeVisible();
  expect(await axeFaults(desk)).toEqual([]);
  await takeBack.click();
  await expect(desk.getByText(editor.versions.done.title(2))).toBeVisible();
  await expect(phone.getByRole("cell").getByText("Committee room 1")).toBeVisible();

  const reader = await visitor({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  await reader.goto(`/e/${camp.slug}/grid`);
  await reader.getByRole("link", { name: "What changed" }).click();
  await expect(reader.getByRole("heading", { name: changelog.version(2) })).toBeVisible();
  await expect(reader.getByText("Taken back at")).toBeVisible();
});
