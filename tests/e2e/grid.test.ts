/** The grid at the desk: made by key, pointer and two people at once. It is published in `forty.test.ts`. */
import type { Page } from "@playwright/test";
import { card, cell, drag, makeBoard, organiserAt } from "./board.ts";
import { expect, test } from "./fixtures.ts";
import { press } from "./people.ts";

test("a grid is made from the keyboard, by pointer and by tap, and every step is taken back", async ({
  server,
  visitor,
}) => {
  const camp = await makeBoard(server);
  const page = await organiserAt(server, camp, visitor);
  await page.goto(`/e/${camp.slug}/desk/grid`);
  const said = page.locator("p[aria-live=assertive]");

  await test.step("one key per cell, announced, and the focus stays with the card", async () => {
    await press(card(page, "Job swaps"), "Enter");
    await expect(said).toContainText("Picked up Job swaps, from the tray");
    await page.keyboard.press("ArrowDown");
    await expect(said).toHaveText("Hall at 12 noon.");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await expect(said).toHaveText("Den at 2pm.");
    await page.keyboard.press("Enter");
    await expect(cell(page, 2, 1)).toContainText("Job swaps");
    await expect(card(page, "Job swaps")).toBeFocused();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Escape");
    await expect(said).toContainText("stays where it was");
    await expect(cell(page, 2, 1)).toContainText("Job swaps");
  });

  await test.step("dragged into a cell, and onto a card to swap", async () => {
    await drag(page, "Drone films", cell(page, 0, 0));
    await expect(cell(page, 0, 0)).toContainText("Drone films");
    await drag(page, "Job swaps", cell(page, 0, 0));
    await expect(cell(page, 0, 0)).toContainText("Job swaps");
    await expect(cell(page, 2, 1)).toContainText("Drone films");
  });

  await test.step("tapped twice: the card, then the cell", async () => {
    await card(page, "Grief").click();
    await cell(page, 0, 1).getByRole("button").click();
    await expect(cell(page, 0, 1)).toContainText("Grief");
    await expect(page.getByText("Not placed yet · 0")).toBeVisible();
  });

  await test.step("undone, one by one, down to the empty grid", async () => {
    for (const left of [1, 1, 2, 3]) {
      await page.getByRole("button", { name: "Undo" }).click();
      await expect(page.getByText(`Not placed yet · ${left}`)).toBeVisible();
    }
    await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
  });
});

test("two desks make one grid: each sees the other's cards, and a cell that was taken meanwhile says so", async ({
  server,
  visitor,
}) => {
  const camp = await makeBoard(server);
  const one = await organiserAt(server, camp, visitor);
  const two = await organiserAt(server, camp, visitor, {
    allow: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|net::/],
  });
  for (const page of [one, two]) await page.goto(`/e/${camp.slug}/desk/grid`);
  await drag(one, "Job swaps", cell(one, 0, 0));
  await expect(cell(two, 0, 0)).toContainText("Job swaps");

  const expected = (page: Page) => page.getByLabel("We expect");
  const set = async (page: Page, heads: string) => {
    await expected(page).fill(heads);
    await page.getByRole("button", { name: "Set", exact: true }).click();
  };
  for (const page of [one, two]) await card(page, "Job swaps").click();
  await set(one, "41");
  await expect(expected(two)).toHaveValue("41");
  // What is being typed stays, and what the other desk wrote is said beside it.
  await expected(two).fill("77");
  await set(one, "50");
  await expect(two.getByText("Another desk wrote 50 meanwhile.")).toBeVisible();
  await expect(expected(two)).toHaveValue("77");
  for (const page of [one, two]) await page.getByRole("button", { name: "Put it down" }).click();

  // The second desk goes deaf, but not mute: it still sees an empty cell where the first has put a card.
  await two.route("**/live/**", (route) => route.abort());
  await two.reload();
  await drag(one, "Drone films", cell(one, 2, 0));
  await expect(cell(one, 2, 0)).toContainText("Drone films");
  await drag(two, "Grief", cell(two, 2, 0));
  await expect(two.getByRole("alert").filter({ hasText: "a moment ago" })).toBeVisible();
  await expect(cell(two, 2, 0)).toContainText("Drone films");
});

test("a move whose answer is lost is not said to have changed nothing", async ({ server, visitor }) => {
  const camp = await makeBoard(server);
  const page = await organiserAt(server, camp, visitor, { allow: [/ERR_FAILED/] });
  await page.goto(`/e/${camp.slug}/desk/grid`);
  await page.route("**/desk/grid", async (route) => {
    if (route.request().method() === "POST") await route.fetch();
    await route.abort();
  });
  await drag(page, "Job swaps", cell(page, 0, 0));
  await expect(page.getByRole("alert").filter({ hasText: "No answer came back" })).toBeVisible();
  await expect(cell(page, 0, 0)).toContainText("Job swaps");
});
