import { and, eq, ne } from "drizzle-orm";
import { giveBack } from "#db/registration/answer.ts";
import { audit } from "#db/schema/audit.ts";
import { ahead, makeCamp, makePerson } from "#tests/support/camp.ts";
import { axeFaults } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { organiserOf, withoutScripts } from "./people.ts";

test("an organiser gives somebody a place over the number, with a reason anybody can read, without JavaScript", async ({
  server,
  visitor,
}) => {
  const camp = await makeCamp(server.db, { capacity: 1, startsAt: ahead() });
  await makePerson(server.db, camp, "confirmed", { rank: 1 });
  const id = await makePerson(server.db, camp, "waiting", { rank: 2 });
  const page = await organiserOf(server, camp, visitor, { javaScriptEnabled: false });
  await page.goto(`/e/${camp.slug}/desk/people`);
  const row = page.getByRole("row", { name: /person2/ });
  await expect(row.getByText("Next")).toBeVisible();
  await row.getByRole("link").click();
  await page.getByText("Give them a place", { exact: true }).click();
  await expect(page.getByText("this makes 2")).toBeVisible();
  await page.getByRole("button", { name: "Yes, give them a place" }).click();
  // It is open still, with what is to be mended in it.
  await expect(page.getByText("Give a reason").first()).toBeVisible();
  await page.getByLabel("Why?").first().fill("Speaks for the hosts");
  await page.getByRole("button", { name: "Yes, give them a place" }).click();
  await expect(
    page.getByRole("row", { name: /Was given a place by hand.*Olu Adeyemi.*Speaks for the hosts/ }),
  ).toBeVisible();
  // Opening the page was a look at what they need, which has its own rows.
  const changes = and(eq(audit.subjectId, id), ne(audit.act, "see_needs"));
  const log = await server.db.select().from(audit).where(changes);
  expect(log).toMatchObject([
    { act: "confirm", from: "waiting", to: "confirmed", reason: "Speaks for the hosts" },
  ]);
});

test("the desk shows a place moving while it is open, and finds people without accents", async ({
  server,
  visitor,
}) => {
  const camp = await makeCamp(server.db, { capacity: 1, startsAt: ahead() });
  const holder = await makePerson(server.db, camp, "confirmed", { rank: 1 });
  await makePerson(server.db, camp, "waiting", { rank: 2 });
  const page = await organiserOf(server, camp, visitor);
  await page.goto(`/e/${camp.slug}/desk/people`);
  await expect(page.getByRole("row", { name: /person2/ }).getByText("Next")).toBeVisible();
  await giveBack(server.db, holder, new Date());
  await expect(page.getByRole("row", { name: /person2/ }).getByText(/Offered, \d+/)).toBeVisible();
  await page.getByLabel("Find somebody").fill("PERSÓN1");
  await expect(page.getByRole("row", { name: /person1/ }).getByText("Gave it back")).toBeVisible();
  await expect(page.getByRole("row", { name: /person2/ })).toHaveCount(0);
});

test("somebody looked for before the page is alive is found once it is", async ({ server, visitor }) => {
  const camp = await makeCamp(server.db, { startsAt: ahead() });
  for (const rank of [1, 2]) await makePerson(server.db, camp, "waiting", { rank });
  const page = await organiserOf(server, camp, visitor);
  const arrive = await withoutScripts(page);
  await page.goto(`/e/${camp.slug}/desk/people`, { waitUntil: "commit" });
  await page.getByLabel("Find somebody").pressSequentially("person1");
  arrive();
  await expect(page.getByRole("row", { name: /person2/ })).toHaveCount(0);
  await expect(page.getByRole("row", { name: /person1/ })).toBeVisible();
  await expect(page.getByLabel("Find somebody")).toHaveValue("person1");
});

test("somebody who is not crew finds nothing, and the download is for organisers", async ({
  server,
  visitor,
}) => {
  const camp = await makeCamp(server.db);
  await makePerson(server.db, camp, "confirmed", { rank: 1 });
  const open = (path: string) =>
    fetch(`${server.origin}/e/${camp.slug}/desk/${path}`, { redirect: "manual" });
  const shown = await open("people");
  expect([shown.status, shown.headers.get("location")]).toEqual([307, "/demo"]);
  expect((await open("people/csv")).status).toBe(404);
  const stranger = await organiserOf(server, await makeCamp(server.db), visitor);
  expect((await stranger.request.get(`/e/${camp.slug}/desk/people`)).status()).toBe(404);
  const page = await organiserOf(server, camp, visitor);
  const csv = await page.request.get(`/e/${camp.slug}/desk/people/csv`);
  expect(csv.headers()["content-disposition"]).toContain("attachment");
  expect(await csv.text()).toContain("person1,person1@example.org,Sandwell Council");
});

test("the list and a person are readable by everybody: axe, both themes, narrow and wide", async ({
  server,
  visitor,
}) => {
  const camp = await makeCamp(server.db, { capacity: 1, startsAt: ahead() });
  await makePerson(server.db, camp, "confirmed", { rank: 1 });
  const id = await makePerson(server.db, camp, "waiting", { rank: 2 });
  const page = await organiserOf(server, camp, visitor);
  for (const path of ["people", "people?show=all", `people/${id}`]) {
    await page.goto(`/e/${camp.slug}/desk/${path}`);
    await expect(page).toHaveTitle(/Wallchart/);
    for (const summary of await page.locator("main summary").all()) await summary.click();
    for (const width of [1440, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await axeFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  }
});
