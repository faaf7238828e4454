/** One browser between camps of two languages, by links, the back button and forms: each page is in one of them. */
import type { Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { bump } from "#db/live.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { role } from "#db/schema/person.ts";
import { accentedWords } from "#messages/accented/accent.ts";
import { en } from "#messages/en.ts";
import { ahead } from "#tests/support/camp.ts";
import { englishIn } from "#tests/support/english.ts";
import { deviceOf } from "#tests/support/live.ts";
import { camper, MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { test as base, expect, serverWith, type TestServer } from "./fixtures.ts";
import { be } from "./screens.ts";

const ENGLISH = "en-GB";
const ACCENTED = "el-x-accented";

const test = base.extend<object, { server: TestServer }>({
  server: serverWith({ env: { LANGUAGES: `${ENGLISH},${ACCENTED}` } }),
});

const words = { [ENGLISH]: en, [ACCENTED]: accentedWords(en) };
type Language = keyof typeof words;

/** Two camps whose own words are in neither language. */
async function twoCamps({ db }: TestServer) {
  const coming = () => pitchingCamp(db, "pitching", ahead());
  const [english, accented] = [await coming(), await coming()];
  await db.execute(sql`update event set name = '野営', strapline = '話', place = '京都', demo = true`);
  await db.execute(sql`update event set name = '山', locale = ${ACCENTED} where id = ${accented.eventId}`);
  await db.execute(sql`update sector set name = '町'`);
  return { english, accented };
}

/** All that a page says is in one language, and the page says in which. */
async function expectOnly(page: Page, language: Language): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await expect(page.locator("h1").first()).toBeVisible();
  const said = await page.evaluate(() => {
    const body = document.body.cloneNode(true) as HTMLElement;
    for (const hidden of body.querySelectorAll("script, style, template")) hidden.remove();
    const labels = [...document.querySelectorAll("[aria-label]")].map((it) => it.getAttribute("aria-label"));
    return [document.title, body.textContent, ...labels].join(" ");
  });
  const text = said.replaceAll(/camp-[\da-f]+/g, "");
  const foreign =
    language === ENGLISH ? (text.match(/[\u0100-\u024f\u1e00-\u1eff]/g) ?? []) : englishIn(text);
  expect(foreign, page.url()).toEqual([]);
}

const live = (page: Page, language: Language) =>
  expect(page.getByText(words[language].common.connection.live, { exact: true })).toBeVisible();

test("a link into a camp of another language, and the way back, mix nothing", async ({ server, visitor }) => {
  const { english, accented } = await twoCamps(server);
  const page = await visitor();
  await page.goto("/");
  await expectOnly(page, ENGLISH);
  for (const [name, camp, language] of [
    ["山", accented, ACCENTED],
    ["野営", english, ENGLISH],
  ] as const) {
    await page.getByRole("link", { name }).click();
    await page.waitForURL(`/e/${camp.slug}`);
    await expectOnly(page, language);
    await page.goBack();
    await page.waitForURL("/");
    await expectOnly(page, ENGLISH);
  }
});

test("what comes live, and the answer of a form, are in the language of the camp they are of", async ({
  server,
  visitor,
}) => {
  const { english, accented } = await twoCamps(server);
  const page = await visitor({ allow: [/status of 4/] });
  const crew = await organiser(server.db, english, "愛");
  await server.db.insert(role).values({ ...crew, eventId: accented.eventId, role: "organiser" });
  await be(page, server.origin, await deviceOf(server.db, crew));
  await page.goto("/desk");
  for (const [name, camp, language] of [
    ["山", accented, ACCENTED],
    ["野営", english, ENGLISH],
  ] as const) {
    const { desk, common } = words[language];
    await page.getByRole("link", { name, exact: true }).click();
    await page.waitForURL(`/e/${camp.slug}/desk`);
    await expectOnly(page, language);
    const links = page.getByRole("navigation").getByRole("link");
    await links.and(page.locator(`[href="/e/${camp.slug}/desk/pitches"]`)).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(desk.pages.pitches);
    await bringPitchFor(server.db, { ...crew, eventId: camp.eventId }, pitchForm("対話"), [], MORNING);
    await expect(page.getByText("対話").first()).toBeVisible();
    await expectOnly(page, language);
    await links.and(page.locator(`[href="/e/${camp.slug}/desk/crew"]`)).click();
    await page.waitForURL(`/e/${camp.slug}/desk/crew`);
    const form = page.locator("form:has(input[name=email])");
    await form.locator("button:not([type=button])").last().click();
    await expect(form.getByText(common.errorSummary)).toBeVisible();
    await expectOnly(page, language);
    await page.goto("/desk");
  }
});

test("a form that leads into a camp of another language leads to a page in that", async ({
  server,
  visitor,
}) => {
  const { accented } = await twoCamps(server);
  await camper(server.db, accented, "美");
  const page = await visitor();
  await page.goto("/demo");
  await expectOnly(page, ENGLISH);
  await page.locator(`form:has(input[value="${accented.slug}"])`).first().getByRole("button").click();
  await page.waitForURL(`/e/${accented.slug}/**`);
  await live(page, ACCENTED);
  await expectOnly(page, ACCENTED);
  await page.goBack();
  await page.waitForURL("/demo");
  await expectOnly(page, ENGLISH);
});

test("a phone that is open when its camp gets another language follows", async ({ server, visitor }) => {
  const { english } = await twoCamps(server);
  const page = await visitor();
  await page.goto(`/e/${english.slug}/now`);
  await live(page, ENGLISH);
  await expectOnly(page, ENGLISH);
  await server.db.execute(sql`update event set locale = ${ACCENTED} where id = ${english.eventId}`);
  await bump(server.db, english.eventId, ["event"]);
  await live(page, ACCENTED);
  await expectOnly(page, ACCENTED);
});
