/** The desk: signing in from a mail; everything without a script; two organisers at once; signed out meanwhile. */
import type { Page } from "@playwright/test";
import { endDevices, startDevice } from "#db/device.ts";
import { cookieName } from "#domain/cookie.ts";
import { ahead, makeCamp, makeOrganiser } from "#tests/support/camp.ts";
import { axeFaults } from "./axe.ts";
import { card, LAPTOP, makeBoard, organiserAt } from "./board.ts";
import { expect, test } from "./fixtures.ts";
import { codeFor, press } from "./people.ts";

test("a letter signs its reader in, without a script, and they end it again", async ({ server, visitor }) => {
  const camp = await makeCamp(server.db, { phase: "draft", startsAt: ahead() });
  const { personId } = await makeOrganiser(server.db, camp);
  const email = `${personId}@example.org`;
  const page = await visitor({ javaScriptEnabled: false });
  const stranger = async () => {
    await page.goto(`/e/${camp.slug}/desk`);
    await expect(page).not.toHaveURL(/desk/);
  };
  await stranger();
  await page.goto("/sign-in");
  await page.getByLabel("Your email").fill(email);
  await page.getByRole("button", { name: "Email me a code" }).click();
  await page.getByLabel("Six-digit code").fill("12345");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("A code has six digits").first()).toBeVisible();
  await page.getByLabel("Six-digit code").fill(await codeFor(server, email));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("link", { name: "Testcamp" })).toBeVisible();
  await page.goto("/devices");
  await page.getByRole("button", { name: "Sign out here" }).click();
  await expect(page).toHaveURL(/sign-in/);
  await stranger();
});

test("settings and crew, without a script: mistakes are named, nothing typed is lost", async ({
  server,
  visitor,
}) => {
  const camp = await makeBoard(server);
  const page = await organiserAt(server, camp, visitor, { javaScriptEnabled: false });
  await page.goto(`/e/${camp.slug}/desk/settings/rooms`);
  const rooms = page.locator("#rooms");
  await rooms.getByLabel("Seats").nth(1).fill("many");
  await rooms.getByLabel("Name").nth(0).fill("Great hall");
  await rooms.getByRole("button", { name: /^Save / }).click();
  await expect(rooms.getByRole("link", { name: "Room B needs a number of seats" })).toBeVisible();
  await expect(rooms.getByLabel("Name").nth(0)).toHaveValue("Great hall");
  await rooms.getByLabel("Seats").nth(1).fill("14");
  await rooms.getByRole("button", { name: /^Save / }).click();
  await expect(rooms.getByRole("status")).toHaveText("Changed 2 rooms.");
  await page.goto(`/e/${camp.slug}/desk/crew`);
  await page.getByLabel("Name", { exact: true }).fill("Mei Tan");
  await page.getByLabel("Email").fill("mei@dvla.example");
  await page.getByRole("checkbox", { name: "Campmaker" }).check();
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByRole("row", { name: /Mei Tan.*Campmaker/ })).toBeVisible();
  await page.getByRole("row", { name: /you/ }).getByRole("link").click();
  await expect(page.getByRole("main")).toContainText("its only one");
});

test("the crew, without a script: nobody is promoted or taken off by a slip, and it is undone", async ({
  server,
  visitor,
}) => {
  const camp = await makeBoard(server);
  const page = await organiserAt(server, camp, visitor, { javaScriptEnabled: false });
  await page.goto(`/e/${camp.slug}/desk/crew`);
  const invite = async (role: string) => {
    await page.getByLabel("Name", { exact: true }).fill("Mei Tan");
    await page.getByLabel("Email").fill("mei@dvla.example");
    await page.getByRole("checkbox", { name: role }).check();
    await page.getByRole("button", { name: "Invite" }).click();
  };
  await invite("Campmaker");
  await expect(page.getByRole("status")).toContainText("Mei Tan is on the crew");
  await invite("Organiser");
  await expect(page.getByRole("status")).toContainText("on the crew already");
  await page.getByRole("button", { name: "Take off the crew" }).click();
  await expect(page.getByRole("row", { name: /Mei Tan/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Put back Mei Tan" }).click();
  await expect(page.getByRole("row", { name: /Mei Tan.*Campmaker/ })).toBeVisible();
  await page.getByRole("link", { name: "Change Mei Tan" }).click();
  await page.getByRole("checkbox", { name: "Registrar" }).check();
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await expect(page.getByText("They are then a registrar and a campmaker.")).toBeVisible();
  await page.getByRole("button", { name: "Yes, change it" }).click();
  await expect(page.getByRole("row", { name: /Mei Tan.*Registrar, Campmaker/ })).toBeVisible();
  await page.goto("/devices");
  await page.getByRole("button", { name: "Everywhere, here too" }).click();
  await expect(page).toHaveURL(/sign-in/);
});

test("of two organisers with the same settings open, the second keeps what they typed and sees what the first saved", async ({
  server,
  visitor,
}) => {
  const camp = await makeBoard(server);
  const [one, two] = [await organiserAt(server, camp, visitor), await organiserAt(server, camp, visitor)];
  const plain = await organiserAt(server, camp, visitor, { javaScriptEnabled: false });
  for (const page of [one, two, plain]) await page.goto(`/e/${camp.slug}/desk/settings/details`);
  const details = (page: Page) => page.locator("#details");
  const save = async (page: Page, name: string) => {
    await details(page).getByLabel("Name").fill(name);
    await details(page).getByRole("button", { name: /^Save/ }).click();
  };
  const saved = (page: Page) => expect(details(page).getByRole("status")).toContainText("Saved.");
  await save(one, "Northcamp");
  await saved(one);
  // However often they press, they overwrite nothing that they have not seen.
  for (const page of [two, two, plain, plain]) {
    await save(page, "Southcamp");
    await expect(details(page).getByRole("alert")).toContainText("Somebody else changed this");
    await expect(details(page).getByLabel("Name")).toHaveValue("Southcamp");
  }
  const [theirs] = await Promise.all([
    two.waitForEvent("popup"),
    details(two).getByRole("link", { name: "See it as it is now" }).click(),
  ]);
  await expect(details(theirs).getByLabel("Name")).toHaveValue("Northcamp");
  await save(theirs, "Southcamp");
  await saved(theirs);
});

test("no page of the desk breaks a rule of axe, in either theme, or needs to be pushed sideways on a phone", async ({
  server,
  visitor,
}) => {
  const camp = await makeBoard(server);
  const paths = ["", "/grid", "/settings", "/settings/rooms", "/crew"].map(
    (path) => `/e/${camp.slug}/desk${path}`,
  );
  const page = await organiserAt(server, camp, visitor, { viewport: { width: 320, height: 640 } });
  for (const path of [...paths, "/desk", "/devices", "/sign-in"]) {
    await page.goto(path);
    if (path.endsWith("/grid")) await card(page, "Job swaps").click();
    expect(await axeFaults(page)).toEqual([]);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([path, sideways]).toEqual([path, 0]);
  }
});

test("a desk that was signed out meanwhile says so, at its head and where a card is held", async ({
  server,
  visitor,
}) => {
  const camp = await makeBoard(server);
  const { personId } = await makeOrganiser(server.db, camp);
  const { token } = await startDevice(server.db, { personId });
  const page = await visitor({ ...LAPTOP, allow: [/status of 401/] });
  await page.context().addCookies([{ name: cookieName(server.origin), value: token, url: server.origin }]);
  await page.goto(`/e/${camp.slug}/desk/grid`);
  await expect(card(page, "Job swaps")).toBeEnabled();
  await endDevices(server.db, personId, null);
  const told = page.getByRole("alert").filter({ hasText: "You were signed out in the meantime" });
  await expect(told).toHaveCount(1);
  await press(card(page, "Job swaps"), "Enter");
  await expect(page.getByRole("region", { name: "In your hand" }).getByRole("alert")).toContainText(
    "You were signed out in the meantime",
  );
  await expect(told).toHaveCount(2);
});

test("on a phone the pages of the desk are in a menu, which Escape closes and a link too", async ({
  server,
  visitor,
}) => {
  const camp = await makeBoard(server);
  const page = await organiserAt(server, camp, visitor, { viewport: { width: 320, height: 640 } });
  await page.goto(`/e/${camp.slug}/desk`);
  const crew = page.getByRole("navigation").getByRole("link", { name: "Crew" });
  const menu = page.getByRole("button", { name: "Menu", exact: true });
  await expect(crew).toBeHidden();
  await menu.click();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(crew).toBeHidden();
  await menu.click();
  await crew.click();
  await page.waitForURL(/crew/);
  await expect(page.getByRole("heading", { name: "Crew", level: 1 })).toBeVisible();
  await expect(crew).toBeHidden();
});
