/** Sessions of two slots and of two runs at the desk, over two days, and as everybody reads them. */
import { card, cell, makeBoard, organiserAt } from "./board.ts";
import { expect, test } from "./fixtures.ts";
import { press } from "./people.ts";

test("a session is made longer and run again on another day from the keyboard, and everybody reads both", async ({
  server,
  visitor,
}) => {
  const camp = await makeBoard(server, [
    ["11", "12", "13"],
    ["11", "12"],
  ]);
  const page = await organiserAt(server, camp, visitor);
  await page.goto(`/e/${camp.slug}/desk/grid`);
  const said = page.locator("p[aria-live=assertive]");
  const held = page.getByRole("region", { name: "In your hand" });
  const act = (name: string) => held.getByRole("button", { name }).click();

  await test.step("one card over two rows", async () => {
    await press(card(page, "Job swaps"), "Enter");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await press(card(page, "Job swaps"), "Enter");
    await act("Two slots");
    await expect(page.locator("tbody td[rowspan='2']")).toContainText("Job swaps");
    await expect(card(page, "Job swaps")).toContainText("two slots");
  });

  await test.step("another run waits in the tray, and is carried to the next day", async () => {
    await press(card(page, "Job swaps"), "Enter");
    await act("Run it again");
    const again = page.locator("aside").getByRole("button", { name: /Job swaps/ });
    await expect(again).toContainText("run 2 of 2");
    await press(again, "Enter");
    await page.keyboard.press("PageDown");
    await expect(said).toContainText("Hall at 12 noon on Wed 15 Jul");
    await expect(page.getByRole("button", { name: "Wednesday" })).toHaveAttribute("aria-pressed", "true");
    await page.keyboard.press("Enter");
    await expect(page.locator("tbody[data-shown=true] td[rowspan='2']")).toContainText("run 2 of 2");
  });

  await test.step("the arrow past the last slot of a day leads to the next day", async () => {
    await page.getByRole("button", { name: "Tuesday" }).click();
    await press(card(page, "Drone films"), "Enter");
    for (let n = 0; n < 4; n++) await page.keyboard.press("ArrowDown");
    await expect(said).toContainText("Wed 15 Jul");
    await expect(page.getByRole("button", { name: "Wednesday" })).toHaveAttribute("aria-pressed", "true");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect(cell(page, 5, 1)).toContainText("Drone films");
  });

  await test.step("everybody reads until when, and when else", async () => {
    await page.getByRole("button", { name: "Publish the grid" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
    await expect(said).toHaveText("Version 1 is out.");
    const phone = await visitor({ viewport: { width: 390, height: 844 } });
    await phone.goto(`/e/${camp.slug}/grid`);
    const goingOn = phone.getByRole("row", { name: /^Slot 2 · 1pm Job swaps/ }).first();
    await expect(goingOn.getByText("until 1.45pm", { exact: true })).toBeVisible();
    const first = phone.getByRole("row", { name: /^Slot 1 · 12 noon Job swaps/ }).first();
    await expect(first.getByText("until 1.45pm", { exact: true })).toBeVisible();
    await expect(first.getByText("again at 12 noon on Wed 15 Jul in Hall")).toBeVisible();
  });
});
