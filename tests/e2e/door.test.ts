/**
 * A whole entrance: two phones, a desk and a wall, 130 people by camera, hand scanner, name and as walk-ins, while the
 * network goes, the server dies, and both doors scan the same tickets.
 */
import { tmpdir } from "node:os";
import path from "node:path";
import { type BrowserContextOptions, chromium, type Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { readDoorFigures } from "#db/door/figures.ts";
import { checkIn, doorAct } from "#db/schema/door.ts";
import { registration } from "#db/schema/registration.ts";
import { ticketSigner } from "#db/ticket-key.ts";
import { cookieName } from "#domain/cookie.ts";
import { ticketAddress } from "#domain/ticket.ts";
import { door as words } from "#messages/en/door.ts";
import { freePort, startApp } from "#tests/support/app.ts";
import { cameraArguments, filmOf } from "#tests/support/camera.ts";
import { ahead, makeCamp, makeOrganiser, makePerson } from "#tests/support/camp.ts";
import { chromiumArguments, findChromium } from "#tests/support/chromium.ts";
import { daysOf } from "#tests/support/door.ts";
import { deviceOf } from "#tests/support/live.ts";
import { axeFaults } from "./axe.ts";
import { expect, test } from "./fixtures.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true } satisfies BrowserContextOptions;
const [REGISTERED, WALK_INS] = [126, 3];
const NAMES = ["Rhŷs ap Gwilym", "Siobhán O’Neill", "Mary MacDonald"];

async function camp(db: Database, origin: string) {
  const there = await makeCamp(db, { phase: "doors", startsAt: ahead(), capacity: 140 });
  const crew = await makeOrganiser(db, there, "organiser");
  const signed = await ticketSigner(db);
  const person = async (status: "confirmed" | "released", rank: number, name: string) => {
    const id = await makePerson(db, there, status, { rank });
    await db.update(registration).set({ name }).where(eq(registration.id, id));
    const [row] = await db.select().from(registration).where(eq(registration.id, id));
    const code = row!.ticketCode;
    return { id, name, code, ticket: ticketAddress(origin, there.slug, code, signed(there.id, code)) };
  };
  const people = [];
  for (let n = 0; n < REGISTERED; n++)
    people.push(await person("confirmed", 1_000_000 + n, NAMES[n] ?? `Camper ${n}`));
  await person("released", 2_000_000, "Jo Bloggs");
  const [day] = await daysOf(db, there.id);
  const here = () => db.$count(checkIn, eq(checkIn.dayId, day!));
  return { ...there, crew, people, person, day: day!, here };
}

const search = (page: Page) => page.getByRole("searchbox", { name: words.search });
const said = (page: Page, word: string) => page.getByRole("dialog", { name: word });

/** What a hand scanner types with nothing focused, one ticket after the other. @returns the word of each answer */
const scanAll = (page: Page, tickets: readonly string[]) =>
  page.evaluate(async (texts) => {
    const heard: string[] = [];
    for (const text of texts) {
      const before = document.querySelector("dialog");
      const aim = document.activeElement ?? document.body;
      for (const key of [...text, "Enter"])
        aim.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      const answered = () => {
        const now = document.querySelector("dialog[open]");
        return now !== before && now ? now : null;
      };
      while (!answered()) await new Promise((resolve) => setTimeout(resolve, 5));
      heard.push(answered()!.querySelector("h2")!.textContent!);
    }
    return heard;
  }, tickets);

/** What a gloved thumb does not hit: smaller than 48 px either way. */
const tooSmall = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("a, button, summary, label:has(input[type=radio], input[type=checkbox])")]
      .filter((it) => it.checkVisibility({ visibilityProperty: true }) && it.closest("[data-layout]"))
      .filter((it) => !document.querySelector("dialog[open]") || it.closest("dialog"))
      .filter((it) => {
        const { width, height } = it.getBoundingClientRect();
        return width < 48 || height < 47.5;
      })
      .map((it) => it.textContent),
  );

const express = async (page: Page) => {
  await page.getByText(words.settings).click();
  await page.getByRole("radio", { name: new RegExp(words.modes.express.label) }).check();
  expect(await tooSmall(page)).toEqual([]);
  await page.getByText(words.settings).click();
};

test("130 people come in by camera, hand scanner, name and as walk-ins, over a dead network and a dead server, and every count agrees", async ({
  server: { db, databaseUrl },
  visitor,
}, info) => {
  test.setTimeout(150_000);
  const port = await freePort();
  let app = await startApp({ databaseUrl, port });
  const there = await camp(db, app.origin);
  const { people, here } = there;
  const allow = [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION_REFUSED|ERR_NETWORK_CHANGED|ERR_EMPTY/];
  const film = path.join(tmpdir(), `ticket-${info.workerIndex}.y4m`);
  filmOf(people[0]!.ticket, film);
  const args = [...chromiumArguments, ...cameraArguments(film)];
  const withCamera = await chromium.launch({ executablePath: findChromium(), args });
  const open = async (page: Page, at: string) => {
    const value = (await deviceOf(db, there.crew)).slice(`${cookieName(app.origin)}=`.length);
    await page.context().addCookies([{ name: cookieName(app.origin), value, url: app.origin }]);
    await page.goto(`${app.origin}/e/${there.slug}${at}`);
  };
  try {
    const front = await (await withCamera.newContext(PHONE)).newPage();
    const [back, desk, wall] = [
      await visitor({ ...PHONE, allow }),
      await visitor({ allow }),
      await visitor({ allow }),
    ];
    for (const page of [front, back]) {
      await open(page, "/door");
      await expect(page.getByText(words.inOf(REGISTERED))).toBeVisible();
    }
    await wall.goto(`${app.origin}/e/${there.slug}/wall`);
    await express(front);
    await front.getByRole("button", { name: words.scan }).click();
    await expect(said(front, words.answer.welcome)).toContainText("Rhŷs");
    await expect.poll(here).toBe(1);
    // The same ticket is read once as long as it is held up.
    await front.getByRole("button", { name: words.next }).click();
    await front.getByRole("button", { name: words.stopScan }).click();
    await front.getByRole("button", { name: words.scan }).click();
    await expect(said(front, words.answer.already)).toBeVisible({ timeout: 20_000 });
    await front.getByRole("button", { name: words.next }).click();
    await front.getByRole("button", { name: words.stopScan }).click();

    await search(back).fill("sio");
    await back.getByRole("button", { name: /Siobhán/ }).click();
    await expect(said(back, words.answer.welcome)).toContainText(words.lanyard.yes);
    await expect(said(back, words.answer.welcome)).toContainText(words.badge.none);
    expect(await axeFaults(back)).toEqual([]);
    expect(await tooSmall(back)).toEqual([]);
    await back.getByRole("button", { name: words.letIn }).click();
    await expect(back.getByText(words.isIn("Siobhán O’Neill"))).toBeVisible();
    await search(back).fill("jo b");
    await back.getByRole("button", { name: /Jo Bloggs/ }).click();
    await expect(said(back, words.answer.not_on_list)).toContainText(words.why.none);
    expect(await axeFaults(back)).toEqual([]);
    await back.getByRole("button", { name: words.next }).click();
    await express(back);
    const tickets = (from: number, to: number) => people.slice(from, to).map(({ ticket }) => ticket);
    const welcome = (many: number) => Array(many).fill(words.answer.welcome);
    expect(await scanAll(front, tickets(2, 40))).toEqual(welcome(38));
    await expect.poll(here).toBe(40);

    await Promise.all([front, back].map((page) => page.context().setOffline(true)));
    expect(await scanAll(front, tickets(40, 80))).toEqual(welcome(40));
    await app.kill();
    const late = await there.person("confirmed", 2_000_001, "Somebody since");
    expect(await scanAll(back, [...tickets(60, 100), late.ticket])).toEqual(welcome(41));
    await expect(said(back, words.answer.welcome)).toContainText(words.unlisted.note);
    const guess = late.ticket.replace(/#\w{6}/, "#FFFFFF");
    expect(await scanAll(back, [guess])).toEqual([words.answer.not_on_list]);
    await expect(said(back, words.answer.not_on_list)).toContainText(words.why.no_ticket);
    await back.reload();
    await expect(back.getByText("41 taps kept on this phone")).toBeVisible();
    expect(await here()).toBe(40);
    app = await startApp({ databaseUrl, port });
    await Promise.all([front, back].map((page) => page.context().setOffline(false)));
    await expect.poll(here, { timeout: 40_000 }).toBe(101);
    for (const page of [front, back]) await expect(page.getByText(/kept on this phone/)).toBeHidden();

    expect(await scanAll(back, tickets(100, 126))).toEqual(welcome(26));
    await open(desk, "/door/walk-in");
    for (let n = 0; n < WALK_INS; n++) {
      await desk.getByLabel(words.walkIn.name).fill(`Walk-in ${n}`);
      await desk.getByRole("button", { name: words.letIn }).click();
      await expect(desk.getByText(words.isIn(`Walk-in ${n}`))).toBeVisible();
    }
    // Let in, taken back and let in again, at two doors: the front knows of all before it is to hear of one less.
    const all = REGISTERED + 1 + WALK_INS;
    await front.getByRole("button", { name: words.next }).click();
    await back.getByRole("button", { name: words.next }).click();
    await expect(front.getByText(String(all), { exact: true })).toBeVisible({ timeout: 15_000 });
    await search(back).fill("macd");
    await back.getByRole("button", { name: /Mary MacDonald/ }).click();
    await back.getByRole("button", { name: words.undo }).click();
    await expect.poll(here).toBe(129);
    await expect(front.getByText("129", { exact: true })).toBeVisible({ timeout: 15_000 });
    expect(await scanAll(front, [people[2]!.ticket])).toEqual(welcome(1));

    await expect.poll(here).toBe(all);
    for (const page of [front, back])
      await expect(page.getByText(String(all), { exact: true })).toBeVisible({ timeout: 15_000 });
    expect(await readDoorFigures(db, there.crew, there.day, new Date())).toMatchObject({
      here: all,
      places: all,
    });
    await open(desk, "/desk/door");
    await expect(desk.getByText(String(all), { exact: true }).first()).toBeVisible();
    await expect(wall.getByText(there.slug).first()).toBeVisible();
    const acts = await db.select().from(doorAct).where(eq(doorAct.dayId, there.day));
    const twice = people
      .slice(60, 80)
      .map(({ id }) => acts.filter((act) => act.registrationId === id).length);
    expect(twice).toEqual(Array(20).fill(2));
    expect(new Set(acts.map(({ registrationId }) => registrationId)).size).toBe(all);
  } finally {
    await withCamera.close();
    await app.stop();
  }
});
