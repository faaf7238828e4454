/** The planner at the desk: asked, found, taken one by one and whole, taken back, overtaken; weighed while a card is held. */
import { startDevice } from "#db/device.ts";
import { newId } from "#db/id.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { room } from "#db/schema/room.ts";
import { hand } from "#db/schema/voting.ts";
import { cookieName } from "#domain/cookie.ts";
import { makeCamp, makeOrganiser, makePerson } from "#tests/support/camp.ts";
import { putSlots } from "#tests/support/slots.ts";
import { axeFaultsNow } from "./axe.ts";
import { expect, type TestServer, test, type Visitor } from "./fixtures.ts";
import { press, withoutScripts } from "./people.ts";

/** Two slots, two rooms, five pitches: one must stay out. The first two share a host, the next two their six fans. */
async function makeBoard({ db }: TestServer, from: number) {
  const camp = await makeCamp(db, { phase: "grid" });
  const eventId = camp.id;
  await db.insert(room).values([
    { id: newId(), eventId, letter: "A", name: "Hall", capacity: 60, position: 0 },
    { id: newId(), eventId, letter: "B", name: "Den", capacity: 12, position: 1 },
  ]);
  await putSlots(
    db,
    [0, 1].map((hour) => {
      const startsAt = new Date(from + hour * 3_600_000);
      return {
        id: newId(),
        eventId,
        kind: "session" as const,
        startsAt,
        endsAt: new Date(startsAt.getTime() + 2_700_000),
      };
    }),
  );
  const titles = ["Job swaps", "Drone films", "Grief and social media", "Weeknotes", "Stakeholder maps"];
  const pitches = titles.map((title) => ({ id: newId(), eventId, title }));
  await db.insert(pitch).values(pitches);
  await db
    .insert(pitchHost)
    .values([0, 1].map((index) => ({ pitchId: pitches[index]!.id, position: 0, name: "Ama" })));
  for (let n = 0; n < 6; n++) {
    const registrationId = await makePerson(db, camp, "confirmed", { rank: n });
    await db
      .insert(hand)
      .values([2, 3].map((index) => ({ pitchId: pitches[index]!.id, registrationId, up: true })));
  }
  return camp;
}

async function atTheGrid(server: TestServer, visitor: Visitor, from: number, options = {}) {
  const camp = await makeBoard(server, from);
  const { personId } = await makeOrganiser(server.db, camp);
  const { token } = await startDevice(server.db, { personId, label: "Firefox/140 (Windows)" });
  const page = await visitor({ viewport: { width: 1440, height: 900 }, ...options });
  await page.context().addCookies([{ name: cookieName(server.origin), value: token, url: server.origin }]);
  await page.goto(`/e/${camp.slug}/desk/grid`);
  return page;
}

const FAR = Date.parse("2099-07-14T10:00:00Z");

test("a grid is asked for, taken one by one and whole, taken back, and overtaken by a hand", async ({
  server,
  visitor,
}) => {
  const page = await atTheGrid(server, visitor, FAR);
  const panel = page.getByRole("region", { name: "The suggestion" });
  const placed = page.locator("tbody [data-run]");
  const undo = page.getByRole("button", { name: "Undo" });

  await test.step("it comes by itself, with a verdict and a reason for everything", async () => {
    await page.getByRole("button", { name: "Suggest a grid" }).click();
    await expect(panel).toContainText("14 of 14 wishes are met.");
    await expect(panel).toContainText("No grid can do better with these rooms and rules.");
    await panel.getByText("What would change: 4 placed and 1 without a place").click();
    await expect(panel.getByText("Every cell is taken.")).toBeVisible();
    await expect(panel.getByText(/6 people want it/).first()).toBeVisible();
    expect(await axeFaultsNow(page)).toEqual([]);
  });

  await test.step("one change first, then the rest; undo takes each back in one step", async () => {
    await panel.getByRole("button", { name: "Take this one: Weeknotes" }).click();
    await expect(placed).toHaveCount(1);
    await expect(panel).toContainText("What would change: 3 placed and 1 without a place");
    await panel.getByRole("button", { name: "Take it all" }).click();
    await expect(placed).toHaveCount(4);
    await expect(panel).toContainText("The draft is the suggestion.");
    await undo.click();
    await expect(placed).toHaveCount(1);
    await panel.getByRole("button", { name: "Take it all" }).click();
    await expect(placed).toHaveCount(4);
  });

  await test.step("a held card is weighed in every cell, and says why it is where it is", async () => {
    await press(page.locator("tbody [data-run]", { hasText: "Weeknotes" }), "Enter");
    await expect(page.locator("td", { hasText: "Grief" })).toContainText(/no change|seat|people/);
    await expect(page.locator("td").filter({ hasText: "the host would be in two places" })).toHaveCount(1);
    await page.getByText("Why is it here?").click();
    await expect(page.getByText("For 6 people nothing else they want is on then.")).toBeVisible();
    await page.getByRole("button", { name: "Take it off" }).click();
    await expect(placed).toHaveCount(3);
    await expect(page.getByText("The camp has moved on, so the suggestion was put away.")).toBeVisible();
    await expect(panel).toHaveCount(0);
  });
});

test("a card picked up before the server has answered is weighed on the grid of the answer", async ({
  server,
  visitor,
}) => {
  const page = await atTheGrid(server, visitor, FAR);
  const panel = page.getByRole("region", { name: "The suggestion" });
  await page.getByRole("button", { name: "Suggest a grid" }).click();
  await expect(panel).toContainText("No grid can do better with these rooms and rules.");
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/desk/grid", async (route) => {
    await held;
    await route.continue();
  });
  const weights = page.waitForResponse(/weights$/, { timeout: 3_000 }).catch(() => null);
  await panel.getByRole("button", { name: "Take it all" }).click();
  await press(page.locator("tbody [data-run]", { hasText: "Weeknotes" }), "Enter");
  await weights;
  answer();
  await expect(page.locator("td").filter({ hasText: "the host would be in two places" })).toHaveCount(1);
});

test("who is torn is worked out when somebody asks, and asked again where the network was away", async ({
  server,
  visitor,
}) => {
  const page = await atTheGrid(server, visitor, FAR, { allow: [/ERR_INTERNET_DISCONNECTED/] });
  await page.getByRole("button", { name: "Suggest a grid" }).click();
  await page.getByRole("button", { name: "Take it all" }).click();
  await expect(page.locator("tbody [data-run]")).toHaveCount(4);
  const ask = page.getByText("Who is torn, and what would help");
  await page.context().setOffline(true);
  await ask.click();
  await expect(page.getByRole("alert").filter({ hasText: "the server did not answer" })).toBeVisible();
  await page.context().setOffline(false);
  await ask.click();
  await ask.click();
  await expect(
    page.getByText("One more room like the middle one: 1 more session with a place."),
  ).toBeVisible();
});

test("once every slot has begun it says so, and what to do", async ({ server, visitor }) => {
  const page = await atTheGrid(server, visitor, Date.now() - 24 * 3_600_000);
  await page.getByRole("button", { name: "Suggest a grid" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Every slot has begun" })).toContainText(
    "Add a slot in the settings",
  );
});

test("before the page is alive its buttons say that they do nothing yet", async ({ server, visitor }) => {
  const page = await atTheGrid(server, visitor, FAR);
  const suggest = page.getByRole("button", { name: "Suggest a grid" });
  const { href } = new URL(page.url());
  await page.goto("about:blank");
  const arrive = await withoutScripts(page);
  await page.goto(href, { waitUntil: "commit" });
  await expect(suggest).toBeDisabled();
  await expect(page.getByRole("button", { name: "Publish the grid" })).toBeDisabled();
  await expect(page.getByRole("button", { name: /Weeknotes/ })).toBeDisabled();
  arrive();
  await suggest.click();
  await expect(page.getByRole("region", { name: "The suggestion" })).toContainText(
    "14 of 14 wishes are met.",
  );
});

test("on a phone's width nothing has to be pushed sideways", async ({ server, visitor }) => {
  const page = await atTheGrid(server, visitor, FAR, { viewport: { width: 320, height: 640 } });
  await page.getByRole("button", { name: "Suggest a grid" }).click();
  await page.getByText(/What would change/).click();
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
});
