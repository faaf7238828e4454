/** Walls: without a network they go on showing what they knew, and say how old it is, also when they are switched on anew. */
import { wall as words } from "#messages/en/wall.ts";
import { fullCamp } from "#tests/support/full-camp.ts";
import { layoutFaults } from "#tests/support/layout.ts";
import { axeFaults } from "./axe.ts";
import { expect, test } from "./fixtures.ts";

const lost = /No network\. This is how things were at/;

test("a wall that loses its network, and is then switched on again, shows the grid and how old it is; every wall fits its screen", async ({
  server,
  visitor,
}) => {
  const camp = await fullCamp(server.db, Date.now() - 20 * 60_000, { rooms: 8, slots: 5 });
  const at = `/e/${camp.slug}/wall`;
  const wall = await visitor({ viewport: { width: 1280, height: 720 }, allow: [/ERR_|Failed to/] });
  for (const path of [at, `${at}?view=day`, `${at}?room=B`]) {
    await wall.goto(path);
    expect(await layoutFaults(wall), path).toEqual([]);
    expect(await axeFaults(wall), path).toEqual([]);
  }
  await expect(wall.getByText(words.room.on("", "").slice(0, 6))).toBeVisible();
  await expect
    .poll(() => wall.evaluate(async (path) => Boolean(await caches.match(path)), `${at}?room=B`))
    .toBe(true);
  await wall.context().setOffline(true);
  await expect(wall.getByText(lost)).toBeVisible();
  await wall.reload();
  await expect(wall.getByText(lost)).toBeVisible();
  await expect(wall.getByText("Committee room 1")).toBeVisible();
  await wall.context().setOffline(false);
  await expect(wall.getByText(lost)).toBeHidden();
});
