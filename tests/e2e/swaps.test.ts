/** Swaps: two phones put up cards that fit, both say yes, and only then does each learn who the other is. */
import { swaps as words } from "#messages/en/swaps.ts";
import { ahead, makeCamp } from "#tests/support/camp.ts";
import { deviceOf } from "#tests/support/live.ts";
import { look, swapper, swaps } from "#tests/support/swaps.ts";
import { axeFaults } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { be } from "./screens.ts";

test("two whose cards fit say yes on their phones, and learn who the other is with the second yes", async ({
  server,
  visitor,
}) => {
  const { db, origin } = server;
  const camp = await makeCamp(db, { phase: "tickets", startsAt: ahead() });
  const [ama, bo] = [await swapper(db, camp, "Ama"), await swapper(db, camp, "Bo")];
  const board = `/e/${camp.slug}/swaps`;
  const first = await visitor({ viewport: { width: 390, height: 844 } });
  const second = await visitor({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  await first.goto(board);
  await expect(first.getByText(words.noPlace.title)).toBeVisible();
  await be(first, origin, await deviceOf(db, ama));
  await be(second, origin, await deviceOf(db, bo));

  await first.goto(board);
  await expect(first.getByText(words.none.title)).toBeVisible();
  await first.getByRole("link", { name: words.put.show }).click();
  await first.getByRole("button", { name: words.form.send }).click();
  await expect(first.getByText(words.form.areaMissing).first()).toBeVisible();
  await first.getByRole("radio", { name: words.ways.visit, exact: true }).check();
  await first.getByLabel(words.form.area).fill("Gritters at night");
  await first.getByRole("radio", { name: words.form.managers.yes, exact: true }).check();
  await first.getByRole("button", { name: words.form.send }).click();
  await expect(first.getByText(words.done.put)).toBeVisible();

  await second.goto(`${board}/card?kind=see`);
  await second.getByRole("radio", { name: words.ways.visit, exact: true }).check();
  await second.getByLabel(words.form.area).fill("gritters");
  await second.getByRole("radio", { name: words.form.managers.not_yet, exact: true }).check();
  await second.getByRole("button", { name: words.form.send }).click();
  await expect(second.getByRole("heading", { name: "Gritters at night" })).toBeVisible();
  expect(await second.content()).not.toContain("ama.");
  // The other way round, so that each shows and each sees.
  const now = new Date();
  await swaps(db, ama, "Snow ploughs", "Press desk", now);
  await swaps(db, bo, "Press desk", "Elections", now);
  await look(db, new Date());

  await first.goto(board);
  await expect(first.getByText(words.found.two)).toBeVisible();
  expect(await axeFaults(first)).toEqual([]);
  await first.getByRole("button", { name: words.found.yes }).click();
  await expect(first.getByText(words.found.said)).toBeVisible();
  expect(await first.content()).not.toContain("bo.");

  await second.goto(board);
  await second.getByRole("button", { name: words.found.yes }).click();
  const contact = (page: typeof first, name: string) =>
    page.getByRole("link", { name: new RegExp(`^${name}\\.`) });
  await expect(contact(second, "ama")).toBeVisible();
  await first.reload();
  await expect(contact(first, "bo")).toBeVisible();
});
