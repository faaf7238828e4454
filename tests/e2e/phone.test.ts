/** The camp on a phone, by itself: tabs that ask nobody, a pitch that is never lost, a list that does not move. */
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { bringPitch, bringPitchFor } from "#db/pitch.ts";
import { event } from "#db/schema/event.ts";
import { cookieName } from "#domain/cookie.ts";
import { common } from "#messages/en/common.ts";
import { grid } from "#messages/en/grid.ts";
import { deviceOf } from "#tests/support/live.ts";
import {
  camper,
  MORNING,
  organiser,
  type PitchingCamp,
  pitchForm,
  pitchingCamp,
} from "#tests/support/pitching.ts";
import { expect, type TestServer, test } from "./fixtures.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** Puts a ticket, or a sign-in, into a browser. */
async function give(page: Page, server: TestServer, cookie: string): Promise<void> {
  const value = cookie.slice(`${cookieName(server.origin)}=`.length);
  await page.context().addCookies([{ name: cookieName(server.origin), value, url: server.origin }]);
}

async function pitched(server: TestServer, ...titles: string[]): Promise<PitchingCamp> {
  const camp = await pitchingCamp(server.db);
  const dan = await organiser(server.db, camp);
  for (const title of titles) await bringPitchFor(server.db, dan, pitchForm(title), ["Ama"], MORNING);
  return camp;
}

const about = (page: Page) => page.getByLabel("What’s it about?");
const send = (page: Page) => page.getByRole("button", { name: "Join the line to pitch" });
const tab = (page: Page, name: string) => page.getByRole("navigation").getByRole("link", { name });

test("where everybody has so many hands, the phone says how many are left, also without a network, and takes none beyond", async ({
  server,
  visitor,
}) => {
  const camp = await pitched(server, "Job swaps", "Gritting", "Bins");
  await server.db.update(event).set({ dots: 2 }).where(eq(event.id, camp.eventId));
  const page = await visitor({ ...PHONE, allow: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/] });
  await give(page, server, await deviceOf(server.db, await camper(server.db, camp, "Ama")));
  await page.goto(`/e/${camp.slug}/pitches`);
  await expect(page.getByText("You have 2 left.")).toBeVisible();
  const hand = (n: number) => page.getByRole("button", { name: "I’d come" }).nth(n);
  await hand(0).click();
  await expect(page.getByText("You have 1 left.")).toBeVisible();
  await page.context().setOffline(true);
  await hand(1).click();
  await expect(page.getByText("None left")).toBeVisible();
  await hand(2).click();
  await expect(page.getByText("Take one of them down first")).toBeVisible();
  await expect(hand(2)).toHaveAttribute("aria-pressed", "false");
  await hand(0).click();
  await hand(2).click();
  await expect(page.getByText("None left")).toBeVisible();
  await page.context().setOffline(false);
  await page.reload();
  await expect(page.getByText("None left")).toBeVisible();
  for (const [n, up] of [false, true, true].entries())
    await expect(hand(n)).toHaveAttribute("aria-pressed", String(up));
});

test("two tabs of one phone show the same hands", async ({ server, visitor }) => {
  const camp = await pitched(server, "Job swaps", "Gritting");
  const page = await visitor(PHONE);
  await give(page, server, await deviceOf(server.db, await camper(server.db, camp, "Ama")));
  const other = await page.context().newPage();
  for (const one of [page, other]) {
    await one.goto(`/e/${camp.slug}/pitches`);
    await expect(one.getByText("Live", { exact: true })).toBeVisible();
  }
  const hand = (one: Page) => one.getByRole("button", { name: "I’d come" }).first();
  await hand(page).click();
  await expect(hand(other)).toHaveAttribute("aria-pressed", "true");
  await hand(other).click();
  await expect(hand(page)).toHaveAttribute("aria-pressed", "false");
});

test("the tabs show what is known already, and the back button knows them", async ({ server, visitor }) => {
  const { slug } = await pitched(server, "Weeknotes that people read");
  const page = await visitor(PHONE);
  await page.goto(`/e/${slug}/pitches`);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await tab(page, "Grid").click();
  await expect(page.getByRole("heading", { name: "The grid", exact: true })).toBeVisible();
  await expect(page).toHaveTitle("Grid · Brum Camp");
  await tab(page, "Now").click();
  await expect(page).toHaveURL(`/e/${slug}/now`);
  await page.goBack();
  await expect(page.getByRole("heading", { name: "The grid", exact: true })).toBeVisible();
  expect(asked.filter((path) => path.startsWith("/e/"))).toEqual([]);
});

test("a tab whose script is lost is told of, and comes with the next tap", async ({ server, visitor }) => {
  const { slug } = await pitched(server, "Weeknotes that people read");
  const page = await visitor({
    ...PHONE,
    serviceWorkers: "block",
    allow: [/Failed to load resource/, /Service Worker/],
  });
  let lost = true;
  await page.route("**/_next/static/**/*.js", async (route) => {
    const answer = await route.fetch();
    const itsWords = (await answer.text()).includes(grid.list.none.before.body);
    await (lost && itsWords ? route.abort() : route.fulfill({ response: answer }));
  });
  await page.goto(`/e/${slug}/pitches`);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await tab(page, "Grid").click();
  await expect(page.getByText(common.tabs.failed)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole("heading", { name: "Weeknotes that people read" })).toBeVisible();
  lost = false;
  await tab(page, "Grid").click();
  await expect(page.getByRole("heading", { name: "The grid", exact: true })).toBeVisible();
  await expect(page.getByText(common.tabs.failed)).toBeHidden();
});

test("a pitch half typed survives a reload and a dead network, and is sent once", async ({
  server,
  visitor,
}) => {
  const camp = await pitched(server, "First in the line");
  const page = await visitor({ ...PHONE, allow: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/] });
  await give(page, server, await deviceOf(server.db, await camper(server.db, camp, "Priya")));
  await page.goto(`/e/${camp.slug}/pitch`, { waitUntil: "networkidle" });
  await about(page).fill("Flood season: what we learned at 3am");
  await page.getByText("Stand with me").click();
  await page.reload();
  await expect(about(page)).toHaveValue("Flood season: what we learned at 3am");
  await expect(page.getByRole("radio", { name: "Stand with me" })).toBeChecked();

  await page.context().setOffline(true);
  await send(page).click();
  await expect(page.getByText("It didn’t send")).toBeVisible();
  await expect(about(page)).toHaveValue("Flood season: what we learned at 3am");
  await page.context().setOffline(false);
  await send(page).click();
  await expect(page.getByText("You’re in the line")).toBeVisible();
  await expect(page.getByText("1 person pitches before you.")).toBeVisible();

  await page.goto(`/e/${camp.slug}/pitch`);
  await expect(page.getByRole("heading", { name: "You have pitched already" })).toBeVisible();
});

test("a title like one that is here is told of while it is typed, also offline, and moves nothing", async ({
  server,
  visitor,
}) => {
  const camp = await pitched(server, "Short video on no budget", "Swapping jobs");
  const page = await visitor({ ...PHONE, allow: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/] });
  await give(page, server, await deviceOf(server.db, await camper(server.db, camp, "Mei")));
  await page.goto(`/e/${camp.slug}/pitch`, { waitUntil: "networkidle" });
  const below = await page.getByLabel("One line more").boundingBox();
  await page.context().setOffline(true);
  await about(page).fill("Short videos without a budget");
  await expect(page.getByText("Like this one. Pitch it together?")).toBeVisible();
  await expect(page.getByRole("link", { name: "See “Short video on no budget”" })).toBeVisible();
  await about(page).fill("swapping JOBS!");
  await expect(page.getByText("Pitched already.")).toBeVisible();
  expect(await page.getByLabel("One line more").boundingBox()).toEqual(below);
  await page.context().setOffline(false);
  await page.getByRole("link", { name: "See “Swapping jobs”" }).click();
  await expect(page.getByRole("heading", { name: "Swapping jobs" })).toBeInViewport();
  await page.goBack();
  await expect(page.getByText("Pitched already.")).toBeVisible();
  await send(page).click();
  await expect(page.getByText("You’re in the line")).toBeVisible();
});

test("without JavaScript a pitch says what to mend, keeps every word, and gets into the line", async ({
  server,
  visitor,
}) => {
  const camp = await pitched(server);
  const page = await visitor({ ...PHONE, javaScriptEnabled: false });
  await give(page, server, await deviceOf(server.db, await camper(server.db, camp, "Rhys")));
  await page.goto(`/e/${camp.slug}/pitch`);
  await page.getByLabel("One line more").fill("Bring a plan that’s stuck.");
  await page.getByText("Ask for help").click();
  await send(page).click();
  await expect(page.getByRole("alert")).toContainText("Say what it’s about, in a few words");
  await expect(page.getByLabel("One line more")).toHaveValue("Bring a plan that’s stuck.");
  await expect(page.getByRole("radio", { name: "Ask for help" })).toBeChecked();
  await about(page).fill("Crowd-sourcing a comms plan");
  await send(page).click();
  await expect(page.getByText("You’re next.")).toBeVisible();
  await page.goto(`/e/${camp.slug}/pitches`);
  await expect(page.getByRole("listitem").filter({ hasText: "Crowd-sourcing a comms plan" })).toContainText(
    "Ask for help · with Rhys",
  );
});

test("a new pitch joins at the end, moves nothing, and a button leads there", async ({ server, visitor }) => {
  const camp = await pitched(server, ...Array.from({ length: 12 }, (_, n) => `Pitch number ${n + 1}`));
  const page = await visitor(PHONE);
  await page.goto(`/e/${camp.slug}/pitches`);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const first = page.getByRole("heading", { name: "Pitch number 1", exact: true });
  const before = await first.boundingBox();
  await bringPitch(
    server.db,
    await camper(server.db, camp, "Mei"),
    pitchForm("Late but welcome"),
    new Date(),
  );
  await page.getByRole("button", { name: "1 new pitch" }).click();
  await expect(page.getByRole("heading", { name: "Late but welcome" })).toBeInViewport();
  await expect(page.getByRole("button", { name: "1 new pitch" })).toHaveCount(0);
  await page.evaluate(() => window.scrollTo(0, 0));
  expect(await first.boundingBox()).toEqual(before);
});

test("one stands with somebody who asked, steps back, withdraws and brings back", async ({
  server,
  visitor,
}) => {
  const camp = await pitched(server);
  const [ama, rhys] = [await camper(server.db, camp, "Ama"), await camper(server.db, camp, "Rhys")];
  await bringPitch(server.db, ama, pitchForm("Job swaps", { voice: "with_me" }), MORNING);
  const page = await visitor(PHONE);
  await give(page, server, await deviceOf(server.db, rhys));
  await page.goto(`/e/${camp.slug}/pitches`);
  await page.getByRole("button", { name: "I’ll stand with them" }).click();
  await expect(page.getByText("with Ama and Rhys")).toBeVisible();
  await page.goto(`/e/${camp.slug}/me`);
  await page.getByRole("button", { name: "Step back" }).click();
  await expect(page.getByText("You haven’t pitched yet.")).toBeVisible();
});

test("the wall shows who is called, for half a minute, and the hands as they go up", async ({
  server,
  visitor,
}) => {
  const camp = await pitched(server, "The campaign that went wrong", "Drone films on no budget");
  const desk = await visitor({ viewport: { width: 1440, height: 900 } });
  await give(desk, server, await deviceOf(server.db, await organiser(server.db, camp)));
  const wall = await visitor({ viewport: { width: 1920, height: 1080 } });
  const phone = await visitor(PHONE);
  await give(phone, server, await deviceOf(server.db, await camper(server.db, camp, "Priya")));
  await Promise.all([
    wall.goto(`/e/${camp.slug}/wall`),
    phone.goto(`/e/${camp.slug}/now`),
    desk.goto(`/e/${camp.slug}/desk/pitches`),
  ]);
  await desk.getByRole("button", { name: "Call the next one" }).click();
  await expect(wall.getByRole("heading", { name: "The campaign that went wrong" })).toBeVisible();
  await expect(wall.getByRole("timer")).toBeVisible();
  await phone.getByRole("button", { name: "I’d come" }).click();
  await expect(wall.getByText("hand up", { exact: true })).toBeVisible();
  await desk.getByLabel("What’s it about?").fill("A card somebody wrote");
  await desk.getByRole("button", { name: "Add it to the line" }).click();
  await expect(desk.getByRole("row", { name: /A card somebody wrote/ })).toContainText("Nobody yet");
  await expect(desk.getByLabel("What’s it about?")).toBeFocused();
  await expect(wall.getByText("“A card somebody wrote”")).toBeVisible();
});
