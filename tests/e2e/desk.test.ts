/** The desk: a grid made by key, pointer and two people at once; signing in from a mail; everything without a script. */
import type { Locator, Page } from "@playwright/test";
import { endDevices, startDevice } from "#db/device.ts";
import { newId } from "#db/id.ts";
import { pitch } from "#db/schema/pitch.ts";
import { room } from "#db/schema/room.ts";
import { cookieName } from "#domain/cookie.ts";
import { ahead, makeCamp, makeOrganiser, type TestCamp } from "#tests/support/camp.ts";
import { putSlots } from "#tests/support/slots.ts";
import { axeFaults } from "./axe.ts";
import { expect, type TestServer, test, type Visitor } from "./fixtures.ts";
import { codeFor, press } from "./people.ts";

const LAPTOP = { viewport: { width: 1440, height: 900 } };

async function organiserAt(server: TestServer, camp: TestCamp, visitor: Visitor, options = {}) {
  const { personId } = await makeOrganiser(server.db, camp);
  const { token } = await startDevice(server.db, { personId, label: "Firefox/140 (Windows)" });
  const page = await visitor({ ...LAPTOP, ...options });
  await page.context().addCookies([{ name: cookieName(server.origin), value: token, url: server.origin }]);
  return page;
}

/** A camp that makes its grid long before its day, so that no slot has begun: two slots around a break, two rooms, three pitches. */
async function makeBoard({ db }: TestServer): Promise<TestCamp> {
  const camp = await makeCamp(db, { phase: "grid" });
  const eventId = camp.id;
  await db.insert(room).values([
    { id: newId(), eventId, letter: "A", name: "Hall", capacity: 60, position: 0 },
    { id: newId(), eventId, letter: "B", name: "Den", capacity: 12, position: 1 },
  ]);
  const times = [11, 12, 13].map((hour) => `2099-07-14T${hour}:00:00Z`);
  await putSlots(
    db,
    times.map((startsAt, index) => ({
      id: newId(),
      eventId,
      kind: index === 1 ? ("break" as const) : ("session" as const),
      title: index === 1 ? "Lunch" : "",
      startsAt: new Date(startsAt),
      endsAt: new Date(Date.parse(startsAt) + 45 * 60_000),
    })),
  );
  const titles = ["Job swaps", "Drone films", "Grief and social media"];
  await db.insert(pitch).values(titles.map((title) => ({ id: newId(), eventId, title })));
  return camp;
}

const card = (page: Page, title: string) => page.getByRole("button", { name: new RegExp(title) }).first();
/** Row 1 is the first slot, column 1 the first room. */
const cell = (page: Page, row: number, column: number) =>
  page.locator("tbody tr").nth(row).locator("td").nth(column);

/** A card can be pressed a moment before it can be dragged: the two are different listeners. */
async function drag(page: Page, title: string, to: Locator): Promise<void> {
  await expect(card(page, title)).toHaveAttribute("draggable", "true");
  await card(page, title).dragTo(to);
}

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

test("publishing says what changes, and freezes it", async ({ server, visitor }) => {
  const camp = await makeBoard(server);
  const page = await organiserAt(server, camp, visitor);
  await page.goto(`/e/${camp.slug}/desk/grid`);
  await page.getByRole("button", { name: "Suggest a grid" }).click();
  await page.getByRole("button", { name: "Take it all" }).click();
  await expect(page.getByText("The draft is the suggestion.")).toBeVisible();
  await page.getByRole("button", { name: "Publish the grid" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText("the same as version 1")).toBeVisible();
  await expect(page.getByRole("dialog")).toBeHidden();
  await press(card(page, "Job swaps"), "Enter");
  await page.getByRole("button", { name: "Take it off" }).click();
  await page.getByRole("button", { name: "Publish 1 change" }).click();
  await expect(page.getByRole("dialog")).toContainText("Job swaps: taken off");
  await page.getByRole("dialog").getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText("the same as version 2")).toBeVisible();
});

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
  await page.goto(`/e/${camp.slug}/desk/settings`);
  const rooms = page.locator("#rooms");
  await rooms.getByLabel("Seats").nth(1).fill("many");
  await rooms.getByLabel("Name").nth(0).fill("Great hall");
  await rooms.getByRole("button").click();
  await expect(rooms.getByRole("link", { name: "Room B needs a number of seats" })).toBeVisible();
  await expect(rooms.getByLabel("Name").nth(0)).toHaveValue("Great hall");
  await rooms.getByLabel("Seats").nth(1).fill("14");
  await rooms.getByRole("button").click();
  await expect(rooms.getByRole("status")).toHaveText("Saved.");
  await page.goto(`/e/${camp.slug}/desk/crew`);
  await page.getByLabel("Name", { exact: true }).fill("Mei Tan");
  await page.getByLabel("Email").fill("mei@dvla.example");
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

test("of two organisers with the same settings open, the second sees what the first saved", async ({
  server,
  visitor,
}) => {
  const camp = await makeBoard(server);
  const [one, two] = [await organiserAt(server, camp, visitor), await organiserAt(server, camp, visitor)];
  for (const page of [one, two]) await page.goto(`/e/${camp.slug}/desk/settings`);
  const name = (page: Page) => page.locator("#details").getByLabel("Name");
  for (const [page, typed] of [
    [one, "Northcamp"],
    [two, "Southcamp"],
  ] as const) {
    await name(page).fill(typed);
    await page.locator("#details").getByRole("button").click();
    await expect(page.locator("#details").getByRole("status")).toBeVisible();
  }
  await expect(two.locator("#details").getByRole("status")).toContainText("Somebody else changed this");
  await expect(name(two)).toHaveValue("Northcamp");
  await name(two).fill("Southcamp");
  await two.locator("#details").getByRole("button").click();
  await expect(two.locator("#details").getByRole("status")).toContainText("Saved.");
});

test("no page of the desk breaks a rule of axe, in either theme, or needs to be pushed sideways on a phone", async ({
  server,
  visitor,
}) => {
  const camp = await makeBoard(server);
  const paths = ["", "/grid", "/settings", "/crew"].map((path) => `/e/${camp.slug}/desk${path}`);
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
