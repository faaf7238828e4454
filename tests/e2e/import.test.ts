/** A spreadsheet at the desk: chosen, looked at, mended, brought; on a phone's width, with a script and without. */
import { eq } from "drizzle-orm";
import { startDevice } from "#db/device.ts";
import { listSlots } from "#db/draft.ts";
import { listPlacements } from "#db/placement.ts";
import { registration } from "#db/schema/registration.ts";
import { cookieName } from "#domain/cookie.ts";
import { makeCamp, makeOrganiser } from "#tests/support/camp.ts";
import { axeFaults } from "./axe.ts";
import { expect, type TestServer, test, type Visitor } from "./fixtures.ts";

const SHEET = `start,end,room,kind,title,remark
2099-07-14T10:00,2099-07-14T10:45,Hall,session,Weeknotes,one
2099-07-14T10:00,2099-07-14T10:45,Den,session,Drone films,two
2099-07-14T12:00,2099-07-14T11:00,Hall,session,Ends before it begins,three
`;

async function importAt(server: TestServer, visitor: Visitor, javaScriptEnabled: boolean) {
  const camp = await makeCamp(server.db, { phase: "grid" });
  const { personId } = await makeOrganiser(server.db, camp);
  const { token } = await startDevice(server.db, { personId });
  const page = await visitor({ javaScriptEnabled, viewport: { width: 320, height: 640 } });
  await page.context().addCookies([{ name: cookieName(server.origin), value: token, url: server.origin }]);
  await page.goto(`/e/${camp.slug}/desk/import`);
  return { camp, page };
}

for (const [how, javaScriptEnabled] of [
  ["with a script", true],
  ["without a script", false],
] as const)
  test(`a sheet is looked at, and only then brought, ${how}`, async ({ server, visitor }) => {
    const { camp, page } = await importAt(server, visitor, javaScriptEnabled);
    const look = page.getByRole("button", { name: "See what it would do" });
    const readable = async () => {
      if (javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    };

    await look.click();
    await expect(page.getByText("Choose a file").first()).toBeVisible();
    await readable();

    await page.getByLabel("Spreadsheet").setInputFiles({
      name: "grid.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(SHEET),
    });
    await look.click();
    await expect(page.getByText("Of 3 rows: 2 are brought, 1 is left out.")).toBeVisible();
    await expect(page.getByRole("row", { name: /^4/ })).toContainText("end");
    await readable();
    expect(await listSlots(server.db, camp.id)).toEqual([]);

    // Read otherwise, it is looked at again before anything is written.
    await page.getByLabel("What it is").selectOption({ label: "A list of pitches" });
    await page.getByRole("button", { name: "Import the rest" }).click();
    await expect(page.getByText("You changed how it is read, so nothing is imported yet.")).toBeVisible();
    expect(await listSlots(server.db, camp.id)).toEqual([]);
    await page.getByLabel("What it is").selectOption({ label: "A grid" });
    await page.getByRole("button", { name: "Look again" }).click();
    await expect(page.getByText("Of 3 rows: 2 are brought, 1 is left out.")).toBeVisible();

    await page.getByRole("button", { name: "Import the rest" }).click();
    await expect(page.getByText("It is in")).toBeVisible();
    await readable();
    expect(await listPlacements(server.db, camp.id)).toHaveLength(2);
    await page.getByRole("link", { name: "Look at the grid" }).click();
    await expect(page.getByRole("button", { name: /Weeknotes/ })).toBeVisible();
  });

const PEOPLE = 4_000;
const BALLOTS = `person,pitch,tick\n${Array.from({ length: PEOPLE }, (_, n) => `${n},${n % 40},x`).join("\n")}\n`;

test("a long sheet says how far it is from the moment it is sent, and moves nothing", async ({
  server,
  visitor,
}) => {
  const { camp, page } = await importAt(server, visitor, true);
  await page.getByLabel("Spreadsheet").setInputFiles({
    name: "ballots.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(BALLOTS),
  });
  // Sent before the page is alive it goes as a form does, to another page, which nobody would have watched.
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("form:has(input[type=file])")!).some((key) =>
      key.startsWith("__reactProps"),
    ),
  );
  // Fonts that come late move what is below them, by a line of theirs.
  await page.evaluate(async () => void (await document.fonts.ready));
  await page.evaluate(() => {
    const seen = { steps: new Set<string>(), tops: new Set<number>(), bars: 0 };
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const step = document.querySelector("form output[aria-live=polite]")?.textContent;
      if (step) seen.steps.add(step);
      seen.bars = Math.max(seen.bars, document.querySelectorAll("progress").length);
      const below = document.querySelector("form + details");
      // On the page, not on the screen: scrolling moves nothing.
      if (below) seen.tops.add(Math.round(below.getBoundingClientRect().top + window.scrollY));
    }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
  });
  const seen = () =>
    page.evaluate(() => {
      const { seen } = window as unknown as { seen: { steps: Set<string>; tops: Set<number>; bars: number } };
      return { steps: [...seen.steps], tops: [...seen.tops], bars: seen.bars };
    });

  await page.getByRole("button", { name: "See what it would do" }).click();
  await expect(page.getByText("Of 4,000 rows: 4,000 are brought.")).toBeVisible({ timeout: 30_000 });
  const looked = await seen();
  // How far it is is asked from time to time: a step that is over sooner is seen by nobody.
  const [sending, after] = looked.steps;
  expect(sending).toBe("Sending the file");
  expect(["Reading the file", "Comparing it with the camp"]).toContain(after);
  expect([looked.bars, looked.tops]).toEqual([1, [expect.any(Number)]]);

  await page.getByRole("button", { name: "Import it" }).click();
  await expect(page.getByText("It is in")).toBeVisible({ timeout: 30_000 });
  expect((await seen()).steps).toContain("Writing it into the camp");
  expect(await server.db.$count(registration, eq(registration.eventId, camp.id))).toBe(PEOPLE);
});

test("an import goes on when its page is closed", async ({ server, visitor }) => {
  const { camp, page } = await importAt(server, visitor, true);
  await page.getByLabel("Spreadsheet").setInputFiles({
    name: "ballots.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(BALLOTS),
  });
  await page.getByRole("button", { name: "See what it would do" }).click();
  await page.getByRole("button", { name: "Import it" }).click();
  await page.getByText("Writing it into the camp").waitFor();
  await page.close();
  await expect
    .poll(() => server.db.$count(registration, eq(registration.eventId, camp.id)), { timeout: 30_000 })
    .toBe(PEOPLE);
});
