/** One camp, all the way: a desk, two phones and a wall, from the first link to the grid on every screen. */
import { expect, test } from "./fixtures.ts";
import { becomeOwner, confirmByMail, handFor, movePhase, pitch, register, startCamp } from "./people.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const WALL = { viewport: { width: 1920, height: 1080 } };

test("a camp, from its first link to the grid on every screen", async ({ visitor, server }) => {
  const [desk, ama, rhys, colin, wall] = await Promise.all([
    visitor({ viewport: { width: 1440, height: 900 } }),
    visitor(PHONE),
    visitor(PHONE),
    visitor(PHONE),
    visitor(WALL),
  ]);

  await becomeOwner(desk, server, "Olu Adeyemi", "olu@example.org");
  const slug = await startCamp(desk, { name: "Walkcamp", places: 2 });

  await test.step("look through: tickets wait for two pages, and their gaps", async () => {
    await desk.goto(`/e/${slug}/desk`);
    await expect(desk.locator("summary", { hasText: "Open the tickets" })).toHaveCount(0);
    for (const page of [/^Privacy notice: /, /^Accessibility statement: /]) {
      await desk.getByRole("link", { name: page }).click();
      await desk.getByLabel(/I have read it through/).check();
      await desk.getByRole("button", { name: "Use these words" }).click();
      await expect(desk.getByRole("link", { name: /^Still to be filled in/ })).toBeVisible();
      const words = desk.getByLabel("Words", { exact: true });
      await words.fill((await words.inputValue()).replace(/\[\[.*?\]\]/g, "Walkcamp"));
      await desk.getByRole("button", { name: "Use these words" }).click();
      await expect(desk.getByText("Everybody reads that from now on.")).toBeVisible();
    }
  });
  await movePhase(desk, slug, ["Open the tickets"]);

  await test.step("register: two get places, the third a true place in the line", async () => {
    await register(ama, slug, "Ama Boateng", `ama@${slug}.example`);
    await expect(ama.getByRole("heading", { name: "We’re holding a place for you" })).toBeVisible();
    await confirmByMail(ama, server, `ama@${slug}.example`);
    await expect(ama.getByRole("heading", { name: "You’ve got a place" })).toBeVisible();
    await register(colin, slug, "Colin Reed", `colin@${slug}.example`);
    await confirmByMail(colin, server, `colin@${slug}.example`);
    await register(rhys, slug, "Rhys Pritchard", `rhys@${slug}.example`);
    await expect(rhys.getByRole("heading", { name: "You’re on the waiting list" })).toBeVisible();
    await confirmByMail(rhys, server, `rhys@${slug}.example`);
  });

  await test.step("give back: the next in line is offered the place and takes it", async () => {
    await colin.getByText("Give my place back").first().click();
    await colin.getByRole("button", { name: "Yes, give my place back" }).click();
    await expect(colin.getByRole("heading", { name: "You gave your place back" })).toBeVisible();
    await rhys.reload();
    await rhys.getByRole("button", { name: "Yes, I’ll come" }).click();
    await expect(rhys.getByRole("heading", { name: "You’ve got a place" })).toBeVisible();
    await desk.goto(`/e/${slug}/desk/people`);
    await desk.getByRole("link", { name: /Have or hold a place/ }).click();
    await expect(desk.getByRole("row", { name: /Rhys Pritchard/ })).toBeVisible();
  });

  await movePhase(desk, slug, ["Close the tickets", "Open the doors", "Start the pitching"]);
  await wall.goto(`/e/${slug}/wall`);

  await test.step("pitch: a card on a phone is on the other phone at once", async () => {
    await rhys.goto(`/e/${slug}/pitches`);
    await pitch(ama, slug, "Job swaps: how do we start?");
    await expect(rhys.getByText("1 new pitch").or(handFor(rhys, "Job swaps"))).toBeVisible();
    if (await rhys.getByText("1 new pitch").isVisible()) await rhys.getByText("1 new pitch").click();
  });

  await test.step("hands: up on one phone, counted on the other and on the wall", async () => {
    await desk.goto(`/e/${slug}/desk/pitches`);
    await desk.getByRole("button", { name: /Call/ }).first().click();
    await expect(wall.getByRole("heading", { name: "Job swaps: how do we start?" })).toBeVisible();
    await handFor(rhys, "Job swaps").click();
    await expect(handFor(rhys, "Job swaps")).toHaveAttribute("aria-pressed", "true");
    await ama.goto(`/e/${slug}/pitches`);
    await expect(ama.getByText("1 hand", { exact: true })).toBeVisible();
    await expect(wall.getByText("hand up", { exact: true })).toBeVisible();
    await handFor(ama, "Job swaps").click();
    await expect(rhys.getByText("2 hands", { exact: true })).toBeVisible();
    await expect(wall.getByText("hands up", { exact: true })).toBeVisible();
  });

  await test.step("the grid: placed from the keyboard, suggested, published, live everywhere", async () => {
    await rhys.goto(`/e/${slug}/grid`);
    await movePhase(desk, slug, ["Make the grid"]);
    await desk.goto(`/e/${slug}/desk/grid`);
    await desk.getByRole("button", { name: "Suggest a grid" }).click();
    await expect(desk.getByText("2 of 2 wishes are met.").first()).toBeVisible();
    await desk.getByRole("button", { name: "Take it all" }).click();
    await desk.getByRole("button", { name: "Publish the grid" }).click();
    await desk.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(desk.getByText("Version 1 is out.")).toBeVisible();
    await expect(rhys.getByRole("link", { name: "Job swaps: how do we start?", exact: true })).toBeVisible();
    await movePhase(desk, slug, ["Start the sessions"]);
    await expect(wall.getByText("Job swaps: how do we start?").first()).toBeVisible();
  });

  await test.step("without a script: the grid, and the plain page of one answer", async () => {
    const basement = await visitor({ ...PHONE, javaScriptEnabled: false });
    for (const page of [`/e/${slug}/grid`, `/now/${slug}`]) {
      await basement.goto(page);
      await expect(basement.getByText("Job swaps: how do we start?").first()).toBeVisible();
    }
  });
});
