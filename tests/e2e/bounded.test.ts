/** Ten thousand camps, five thousand people, a thousand pitches: every page is there, and none is heavier for it. */
import { startDevice } from "#db/device.ts";
import { cookieName } from "#domain/cookie.ts";
import { fillWithPeople, fillWithPitches } from "#tests/support/big-camp.ts";
import { ahead, makeCamp, makeOrganiser } from "#tests/support/camp.ts";
import { makeManyCamps } from "#tests/support/many-camps.ts";
import { organiser, pitchingCamp } from "#tests/support/pitching.ts";
import { expect, type TestServer, test } from "./fixtures.ts";

/** Every page of ten thousand is half a minute of a server's work. */
const MANY = [
  { camps: 2_000, tag: [] },
  { camps: 10_000, tag: ["@long"] },
];

/** Of the text of a page, in bytes before it is packed. */
const LIST_MOST = 150_000;
const PEOPLE_MOST = 700_000;

type Seen = { bytes: number; html: string };

async function read(origin: string, path: string, cookie = ""): Promise<Seen> {
  const answer = await fetch(origin + path, { headers: { cookie } });
  const html = await answer.text();
  expect([path, answer.status]).toEqual([path, 200]);
  return { bytes: Buffer.byteLength(html), html };
}

/** Addresses of links in a page that begin with something, each once. */
function linksIn(html: string, start: string): string[] {
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!.replaceAll("&amp;", "&"));
  return [...new Set(links.filter((href) => href.startsWith(start)))];
}

/** Follows every link to another page of the same lists. @returns the camps linked to on the way */
async function walk(
  origin: string,
  from: string,
  { pages, camps, most, cookie = "" }: { pages: RegExp; camps: string; most: number; cookie?: string },
): Promise<{ camps: string[]; pages: number }> {
  const [known, found, todo] = [new Set([from]), new Set<string>(), [from]];
  for (const path of todo) {
    const { bytes, html } = await read(origin, path, cookie);
    expect([path, bytes <= most]).toEqual([path, true]);
    const here = linksIn(html, camps);
    expect([path, here.length <= 31]).toEqual([path, true]);
    for (const camp of here) found.add(camp);
    // The page before has another address on the way back, and is the same.
    const onward = linksIn(html, "/").filter((href) => pages.test(href) && !href.includes("before="));
    for (const next of onward.filter((href) => !known.has(href))) {
      known.add(next);
      todo.push(next);
    }
  }
  return { camps: [...found], pages: todo.length };
}

async function crewCookie({ db, origin }: TestServer, personId: string): Promise<string> {
  const { token } = await startDevice(db, { personId });
  return `${cookieName(origin)}=${token}`;
}

for (const { camps, tag } of MANY)
  test(`every one of ${camps} camps is reached from the front page and from the plain one, a page at a time`, {
    tag,
  }, async ({ server }) => {
    await makeManyCamps(server.db, camps);
    const pages = /^\/(coming|past\/\d+)(\?|$)/;
    const front = await walk(server.origin, "/", { pages, camps: "/e/quiet-", most: LIST_MOST });
    expect(front.camps).toHaveLength(camps);
    const plain = await walk(server.origin, "/now?page=1", {
      pages: /^\/now\?/,
      camps: "/now/quiet-",
      most: LIST_MOST,
    });
    expect(plain.camps).toHaveLength(camps);
    for (const path of [
      "/coming?page=9999",
      "/past/1999",
      "/past/2026?page=9999",
      "/past/x",
      "/now?year=1999",
    ])
      expect([path, (await fetch(server.origin + path)).status]).toEqual([path, 404]);
  });

test("the desk of five thousand people is walked a page at a time, and everybody is on it", async ({
  server,
}) => {
  // As many places as are held: nobody is offered one, and the list stays as it is while it is walked.
  const camp = await makeCamp(server.db, { capacity: 2_500, startsAt: ahead() });
  const { personId } = await makeOrganiser(server.db, camp);
  await fillWithPeople(server.db, camp, 5_000);
  const cookie = await crewCookie(server, personId);
  const people = new Set<string>();
  const base = `/e/${camp.slug}/desk/people`;
  for (let page = 1; page <= 17; page++) {
    const { bytes, html } = await read(server.origin, `${base}?show=all&page=${page}`, cookie);
    expect([page, bytes <= PEOPLE_MOST]).toEqual([page, true]);
    const rows = linksIn(html, `${base}/`).filter((href) => /\/[0-9a-f-]{36}/.test(href));
    expect([page, rows.length]).toEqual([page, page < 17 ? 300 : 200]);
    for (const row of rows) people.add(row);
  }
  expect(people.size).toBe(5_000);
  const csv = await read(server.origin, `${base}/csv`, cookie);
  expect(csv.html.trim().split("\r\n")).toHaveLength(5_001);
});

test("somebody is found among five thousand without a script, and among many found page by page", async ({
  server,
  visitor,
}) => {
  // As many places as are held: nobody is offered one, and the list stays as it is while it is walked.
  const camp = await makeCamp(server.db, { capacity: 2_500, startsAt: ahead() });
  const { personId } = await makeOrganiser(server.db, camp);
  await fillWithPeople(server.db, camp, 5_000);
  for (const javaScriptEnabled of [false, true]) {
    const page = await visitor({ javaScriptEnabled });
    const { token } = await startDevice(server.db, { personId });
    await page.context().addCookies([{ name: cookieName(server.origin), value: token, url: server.origin }]);
    await page.goto(`/e/${camp.slug}/desk/people`);
    await page.getByLabel("Find somebody").fill("camper 4987");
    await page.getByRole("button", { name: "Find" }).click();
    await expect(page.getByRole("row", { name: /Camper 4987/ })).toBeVisible();
    await expect(page.locator("tbody tr")).toHaveCount(1);
    await expect(page.getByLabel("Find somebody")).toHaveValue("camper 4987");
    await page.getByLabel("Find somebody").fill("camper");
    await page.getByRole("button", { name: "Find" }).click();
    // Five thousand people are much on a loaded machine.
    await expect(page.getByText("1 to 300 of 5,000")).toBeVisible({ timeout: 30_000 });
    await page.getByRole("button", { name: "Next page" }).click();
    await expect(page.getByText("301 to 600 of 5,000")).toBeVisible();
    expect(page.url()).not.toMatch(/camper(?!s)/i);
  }
});

test("a thousand pitches are on the phone and on the desk, each once", async ({ server }) => {
  const camp = await pitchingCamp(server.db, "pitching");
  const { personId } = await organiser(server.db, camp);
  await fillWithPitches(server.db, camp, 1_000);
  const phone = await read(server.origin, `/e/${camp.slug}/pitches`);
  const desk = await read(server.origin, `/e/${camp.slug}/desk/pitches`, await crewCookie(server, personId));
  expect(new Set(phone.html.match(/id="pitch-[0-9a-f-]+"/g)).size).toBe(1_000);
  expect(new Set(desk.html.match(/<tr id="[0-9a-f-]+"/g)).size).toBe(1_000);
});
