/** Every screen in a language made to show what was left in English, and what has no room for longer words. */
import type { Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { mintSetupLink } from "#db/setup.ts";
import { FACTS_OF_PAGES } from "#domain/camp-page.ts";
import type { Phase } from "#domain/event.ts";
import { TICKET_SIGNS } from "#domain/ticket.ts";
import { accentedWords } from "#messages/accented/accent.ts";
import { en } from "#messages/en.ts";
import { englishIn, readable } from "#tests/support/english.ts";
import { makeEventful } from "#tests/support/eventful.ts";
import { layoutFaults } from "#tests/support/layout.ts";
import { deviceOf } from "#tests/support/live.ts";
import { listsOfCamps, makeManyCamps } from "#tests/support/many-camps.ts";
import { WORST, type WorstCamp, worstCamp } from "#tests/support/worst.ts";
import { byDay } from "./by-day.ts";
import { test as base, expect, serverWith, type TestServer } from "./fixtures.ts";
import { campScreens, DOORS_NOT_OPEN, otherScreens, show } from "./screens.ts";

const ACCENTED = "el-x-accented";
const words = accentedWords(en);

const test = base.extend<object, { server: TestServer }>({
  server: serverWith({ env: { LANGUAGES: ACCENTED } }),
});

/** A camp whose own words are in no Latin script. */
async function foreignCamp({ db }: TestServer, phase: Phase): Promise<WorstCamp> {
  const camp = await worstCamp(db, phase, 5, new Date());
  await db.execute(
    sql`update event set name = '野営', strapline = '話', place = '京都' where id = ${camp.eventId}`,
  );
  await db.execute(sql`update sector set name = '町'`);
  await db.execute(sql`update registration set name = '美', organisation = '', access = ''`);
  await db.execute(sql`update person set name = '愛'`);
  await db.execute(sql`update pitch set title = '対話', line = ''`);
  await db.execute(sql`update pitch_host set name = '愛'`);
  await db.execute(sql`update slot set title = '' where kind = 'session'`);
  return camp;
}

/** What stands for a fact of the camp in its pages: a sign, and the same in every language. */
const FACT = new RegExp(`\\{(${FACTS_OF_PAGES.join("|")})\\}`, "g");

/** Made of chance, of Latin letters in every language. */
const TICKET_CODE = new RegExp(`\\b[${TICKET_SIGNS}]{3} [${TICKET_SIGNS}]{3}\\b`, "g");

/** What is left of English on a screen as it is now, and what has no room on it. */
async function expectForeign(
  page: Page,
  camp: WorstCamp,
  where: string,
  widths: readonly number[] = [320, 1280],
): Promise<void> {
  expect.soft(await page.locator("html").getAttribute("lang"), where).toBe(ACCENTED);
  const said = await page.evaluate(() => {
    const attributes = ["aria-label", "title", "alt", "placeholder", "aria-description"];
    const body = document.body.cloneNode(true) as HTMLElement;
    for (const hidden of body.querySelectorAll("script, style, noscript, template, [translate=no]"))
      hidden.remove();
    const heard = [...document.querySelectorAll("body *")].flatMap((element) =>
      attributes.map((attribute) => element.getAttribute(attribute) ?? ""),
    );
    return [document.title, body.textContent, ...heard].join("\n");
  });
  expect
    .soft(
      englishIn(said.replaceAll(camp.slug, "").replace(TICKET_CODE, "").replace(FACT, "")).filter(
        (run) => !isOwn(run),
      ),
      where,
    )
    .toEqual([]);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 720 });
    expect.soft(await layoutFaults(page), `${where} at ${width} px`).toEqual([]);
  }
}

// Each is long and alone: they are spread over all workers, the longest first.
test.describe.configure({ mode: "parallel" });

test("what is the same in every phase, what is not here and what broke has no English left", async ({
  server,
  visitor,
}) => {
  const page = await visitor({ allow: [/404|500|React error #441/] });
  const camp = await foreignCamp(server, "pitching");
  await page.goto((await mintSetupLink(server.db, new Date()))!);
  await expectRefused(page, camp, "first set-up");
  await server.db.execute(sql`update event set demo = true where id = ${camp.eventId}`);
  await server.db.execute(sql`update person set owner = true where id = ${camp.organiser.personId}`);
  const pitches = await makeEventful(server.db, camp, "対話");
  for (const screen of await otherScreens(server, camp, pitches)) {
    await show(page, server, screen);
    await page.waitForLoadState("load");
    await expectForeign(page, camp, screen.path);
  }
  for (const path of ["/nowhere", `/e/${camp.slug}/nowhere`, `/e/${camp.slug}/r/nowhere`]) {
    expect((await show(page, server, { path, cookie: null }))?.status()).toBe(404);
    await expectForeign(page, camp, path);
  }
  await server.db.execute(sql`alter table mailbox rename to away`);
  await page.goto("/mailbox");
  await expect(page.getByRole("heading", { name: words.common.broken.title })).toBeVisible();
  await server.db.execute(sql`alter table away rename to mailbox`);
  await expectForeign(page, camp, "what broke");
});

for (const { one: phase, tag } of byDay(["tickets", "pitching", "after", "sessions"] as const)) {
  test(`no screen has English left or lacks room for longer words, ${phase}`, { tag }, async ({
    server,
    visitor,
  }) => {
    const page = await visitor({ allow: [DOORS_NOT_OPEN] });
    const camp = await foreignCamp(server, phase);
    for (const screen of await campScreens(server, camp, ["", "/people", "/pitches", "/grid"])) {
      await show(page, server, screen);
      await page.waitForLoadState("load");
      await expectForeign(page, camp, screen.path);
    }
  });
}

test("nor have the lists of many camps", async ({ server, visitor }) => {
  await makeManyCamps(server.db, 200);
  await server.db.execute(sql`update event set name = '野営', place = '京都'`);
  const page = await visitor();
  const camp = await foreignCamp(server, "tickets");
  for (const path of await listsOfCamps(server.db)) {
    await show(page, server, { path, cookie: null });
    await page.waitForLoadState("load");
    if (path !== "/") await expect(page.getByText(words.common.pages.next)).toBeVisible();
    await expectForeign(page, camp, path);
  }
});

/** Sends the form of a page as it is, too empty to be taken, and reads what comes back. */
async function expectRefused(page: Page, camp: WorstCamp, where: string, form = "form"): Promise<void> {
  const last = page.locator(form).last();
  for (const field of await last.locator("input:visible:not([type=radio], [type=checkbox]), textarea").all())
    await field.fill("");
  await last.locator("button:not([type=button])").last().click();
  await expect(last.getByText(words.common.errorSummary)).toBeVisible();
  await expectForeign(page, camp, `refused: ${where}`);
}

test("nor has what a form says that was refused, in its page and without one", async ({
  server,
  visitor,
}) => {
  const page = await visitor({ allow: [/status of 4/] });
  const camp = await foreignCamp(server, "pitching");
  const [crew, own] = [await deviceOf(server.db, camp.organiser), await deviceOf(server.db, camp.camper)];
  await server.db.execute(sql`update person set owner = true where id = ${camp.organiser.personId}`);
  // The longest call for help lies over the foot of a page until somebody puts it away.
  await server.db.execute(sql`delete from help_call`);
  const at = `/e/${camp.slug}`;
  for (const [path, cookie, form] of [
    ["/sign-in", null],
    [`${at}/pitch`, own],
    [`${at}/desk/crew`, crew],
    [`${at}/desk/settings/details`, crew, "#details form"],
    ["/desk/new", crew],
  ] as const) {
    await show(page, server, { path, cookie });
    await expectRefused(page, camp, path, form);
  }
  await show(page, server, { path: "/sign-in", cookie: null });
  await page.locator("input[name=email]").fill("nobody@example.org");
  await page.getByRole("button", { name: words.signIn.send }).click();
  for (const code of ["12", "123456"]) {
    await page.locator("input[name=code]").fill(code);
    await page.getByRole("button", { name: words.signIn.code.submit }).click();
    await expect(page.locator("main").getByRole("alert")).toBeVisible();
    await expectForeign(page, camp, `refused: the code ${code}`);
  }
  const { slug } = await foreignCamp(server, "tickets");
  for (const form of [{}, { id: newId(), email: "a", name: "", sectorId: newId() }]) {
    const answer = await page.request.post(`/live/${slug}/registration`, { form });
    const said = readable(await answer.text()).replaceAll(slug, "");
    expect(said.length).toBeGreaterThan(100);
    expect(englishIn(said).filter((run) => !isOwn(run))).toEqual([]);
  }
});

test("nor have questions that stand over a page, a phone without a network, and paper", async ({
  server,
  visitor,
}) => {
  const page = await visitor({ allow: [/ERR_|Failed to/] });
  const camp = await foreignCamp(server, "sessions");
  const [crew, own] = [await deviceOf(server.db, camp.organiser), await deviceOf(server.db, camp.camper)];
  const at = `/e/${camp.slug}`;
  await show(page, server, { path: `${at}/desk/grid`, cookie: crew });
  const publish = new RegExp(`^${words.editor.publish.button("").trim()}`);
  await page.getByRole("button", { name: publish }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectForeign(page, camp, "publish");
  await page.keyboard.press("Escape");
  await expect(page.locator("#warnings")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("#warnings")).toBeHidden();
  await expectForeign(page, camp, "the grid on paper", []);
  await page.emulateMedia({ media: "screen" });

  await show(page, server, { path: `${at}/desk/settings/details`, cookie: crew });
  await page.locator("#details input[name=name]").pressSequentially("話");
  await expect.poll(() => page.evaluate(() => Object.keys(sessionStorage).join())).toContain("unsaved");
  await page.locator(`a[href="${at}/desk/people"]`).first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectForeign(page, camp, "unsaved");
  await page.getByRole("button", { name: words.common.unsaved.leave.stay }).click();
  await page.evaluate(() => sessionStorage.clear());

  await show(page, server, { path: `${at}/now`, cookie: own });
  const live = page.getByText(words.common.connection.live, { exact: true });
  await expect(live).toBeVisible();
  await expect
    .poll(() => page.evaluate(async (path) => Boolean(await caches.match(path)), `${at}/now`))
    .toBe(true);
  await page.context().setOffline(true);
  await page.reload();
  await expect(page.getByText(words.common.connection.offline)).toBeVisible();
  await expectForeign(page, camp, "offline");
  await page.context().setOffline(false);
});

/**
 * What stays as somebody wrote it: here all of the camp is of the worst words, cut where a field ends and with a room's
 * letter beside them, and files have their formats.
 */
function isOwn(run: string): boolean {
  if (/^(?:CSV|csv|xlsx|Excel)$/.test(run)) return true;
  let rest = run;
  while (rest.length > 0) {
    const taken = /^[A-H](?=$|[A-Za-z])/.exec(rest)?.[0].length ?? 0;
    const length = ownLength(rest) || taken;
    if (length === 0) return false;
    rest = rest.slice(length);
  }
  return true;
}

/** How much of a run's head is of one of the worst words: all of it, or more than a few letters. */
function ownLength(run: string): number {
  for (let length = run.length; length > 0; length--)
    if (
      (length > 4 || length === run.length) &&
      WORST.some((word) => word.repeat(12).includes(run.slice(0, length)))
    )
      return length;
  return 0;
}
