/** The door: two phones that let people in, with and without a network, and a camera that sees a ticket. */
import { tmpdir } from "node:os";
import path from "node:path";
import { type BrowserContextOptions, chromium, type Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { checkIn } from "#db/schema/door.ts";
import { registration } from "#db/schema/registration.ts";
import { cookieName } from "#domain/cookie.ts";
import { ticketAddress } from "#domain/ticket.ts";
import { door as words } from "#messages/en/door.ts";
import { cameraArguments, filmOf } from "#tests/support/camera.ts";
import { ahead, makeCamp, makeOrganiser, makePerson } from "#tests/support/camp.ts";
import { chromiumArguments, findChromium } from "#tests/support/chromium.ts";
import { daysOf } from "#tests/support/door.ts";
import { deviceOf } from "#tests/support/live.ts";
import { axeFaults } from "./axe.ts";
import { expect, type TestServer, test } from "./fixtures.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true } satisfies BrowserContextOptions;
const NAMES = ["Siobhán O’Neill", "Mary MacDonald", "Rhŷs ap Gwilym", "Jo Bloggs"];

async function camp({ db }: TestServer) {
  const there = await makeCamp(db, { phase: "doors", startsAt: ahead(), capacity: 3 });
  const crew = await makeOrganiser(db, there, "door");
  for (const [n, name] of NAMES.entries()) {
    const id = await makePerson(db, there, n === 3 ? "waiting" : "confirmed", { rank: n + 1 });
    await db.update(registration).set({ name }).where(eq(registration.id, id));
  }
  const people = await db.select().from(registration).where(eq(registration.eventId, there.id));
  const [day] = await daysOf(db, there.id);
  const codeOf = (name: string) => people.find((person) => person.name === name)!.ticketCode;
  return { slug: there.slug, crew, codeOf, here: () => db.$count(checkIn, eq(checkIn.dayId, day!)) };
}

async function open(
  page: Page,
  { db, origin }: TestServer,
  { slug, crew }: Awaited<ReturnType<typeof camp>>,
) {
  const value = (await deviceOf(db, crew)).slice(`${cookieName(origin)}=`.length);
  await page.context().addCookies([{ name: cookieName(origin), value, url: origin }]);
  await page.goto(`${origin}/e/${slug}/door`);
  await expect(page.getByText(words.inOf(3))).toBeVisible();
}

const search = (page: Page) => page.getByRole("searchbox", { name: words.search });
const said = (page: Page, word: string) => page.getByRole("dialog", { name: word });

test("two doors let people in by name and by code, without a network too, and agree afterwards", async ({
  server,
  visitor,
}) => {
  const there = await camp(server);
  const allow = [/ERR_INTERNET_DISCONNECTED|ERR_FAILED/];
  const [front, back] = [await visitor({ ...PHONE, allow }), await visitor({ ...PHONE, allow })];
  await open(front, server, there);
  await open(back, server, there);
  await search(front).fill("sio");
  await front.getByRole("button", { name: /Siobhán/ }).click();
  await expect(said(front, words.answer.welcome)).toContainText("Siobhán");
  await expect(said(front, words.answer.welcome)).toContainText(words.lanyard.yes);
  expect(await axeFaults(front)).toEqual([]);
  await front.getByRole("button", { name: words.letIn }).click();
  await expect(front.getByText(words.isIn("Siobhán O’Neill"))).toBeVisible();
  await expect.poll(there.here).toBe(1);

  await Promise.all([front, back].map((page) => page.context().setOffline(true)));
  for (const page of [front, back]) {
    await search(page).fill(there.codeOf("Mary MacDonald"));
    await search(page).press("Enter");
    await page.getByRole("button", { name: words.letIn }).click();
  }
  await expect(front.getByText(/kept on this phone/)).toBeVisible();
  await back.reload();
  await expect(back.getByText(/kept on this phone/)).toBeVisible();
  expect(await there.here()).toBe(1);
  await Promise.all([front, back].map((page) => page.context().setOffline(false)));
  await expect.poll(there.here).toBe(2);
  for (const page of [front, back]) await expect(page.getByText(/kept on this phone/)).toBeHidden();

  await search(back).fill("siob");
  await back.getByRole("button", { name: /Siobhán/ }).click();
  await expect(said(back, words.answer.already)).toBeVisible();
  await back.getByRole("button", { name: words.undo }).click();
  await expect.poll(there.here).toBe(1);
  await search(back).fill("jo b");
  await back.getByRole("button", { name: /Jo Bloggs/ }).click();
  await expect(said(back, words.answer.not_on_list)).toContainText(words.why.waiting);
  expect(await axeFaults(back)).toEqual([]);
});

test("a camera that sees a ticket lets its owner in at once where the phone is set to, and says who is in already", async ({
  server,
}, info) => {
  const there = await camp(server);
  const film = path.join(tmpdir(), `ticket-${info.workerIndex}.y4m`);
  filmOf(ticketAddress(server.origin, there.slug, there.codeOf("Rhŷs ap Gwilym"), ""), film);
  const args = [...chromiumArguments, ...cameraArguments(film)];
  const browser = await chromium.launch({ executablePath: findChromium(), args });
  try {
    const page = await (await browser.newContext(PHONE)).newPage();
    await open(page, server, there);
    await page.getByText(words.settings).click();
    await page.getByRole("radio", { name: new RegExp(words.modes.express.label) }).check();
    await page.getByRole("button", { name: words.scan }).click();
    await expect(said(page, words.answer.welcome)).toContainText("Rhŷs");
    await expect.poll(there.here).toBe(1);
    await page.getByRole("button", { name: words.next }).click();
    // The same ticket is read once as long as it is held up.
    await page.getByRole("button", { name: words.stopScan }).click();
    await page.getByRole("button", { name: words.scan }).click();
    await expect(said(page, words.answer.already)).toBeVisible({ timeout: 20_000 });
  } finally {
    await browser.close();
  }
});
