/** What people do at a camp, as they do it: through the pages, with a browser. */
import type { Locator, Page } from "@playwright/test";
import { startDevice } from "#db/device.ts";
import { mintSetupLink } from "#db/setup.ts";
import { cookieName } from "#domain/cookie.ts";
import { makeOrganiser, type TestCamp } from "#tests/support/camp.ts";
import { expect, type TestServer, type Visitor } from "./fixtures.ts";

/** Opens the first start's link and becomes the owner of this installation. */
export async function becomeOwner(
  page: Page,
  server: TestServer,
  name: string,
  email: string,
): Promise<void> {
  const link = await mintSetupLink(server.db, new Date());
  await page.goto(link!);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Your email").fill(email);
  await page.getByRole("button", { name: "Make me the owner" }).click();
  await expect(page.getByRole("heading", { name: "Your camps" })).toBeVisible();
}

/** Starts a camp of some days ahead, so that no slot has begun and places are offered at whatever hour this runs. @returns its address */
export async function startCamp(
  page: Page,
  { name, places }: { name: string; places: number },
): Promise<string> {
  await page.goto("/desk/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Place", { exact: true }).fill("Birmingham");
  await page.getByLabel("Date", { exact: true }).fill(someDaysAhead());
  await page.getByLabel("Places", { exact: true }).fill(String(places));
  await page.getByRole("button", { name: "Start the camp" }).click();
  await page.waitForURL(/\/e\/[a-z0-9-]+\/desk/);
  return /\/e\/([a-z0-9-]+)\//.exec(page.url())![1]!;
}

const someDaysAhead = () => new Date(Date.now() + 3 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** Moves the camp on: one tap says what it does, the next does it. @param steps as the buttons say them */
export async function movePhase(desk: Page, slug: string, steps: readonly string[]): Promise<void> {
  await desk.goto(`/e/${slug}/desk`);
  for (const step of steps) {
    const opens = desk.locator("summary", { hasText: step });
    await opens.click();
    await desk
      .locator("details", { has: opens })
      .getByRole("button", { name: /^Yes, / })
      .click();
    await expect(opens).toHaveCount(0);
  }
}

/** Answers the questions and sends them. The page is then the private one. */
export async function register(page: Page, slug: string, name: string, email: string): Promise<void> {
  await page.goto(`/e/${slug}/register`);
  const next = () => page.getByRole("link", { name: "Continue" }).locator("visible=true").click();
  await page.getByLabel("Your name, as you like it said").fill(name);
  await page.getByLabel("Your email").fill(email);
  await next();
  await page.getByText("Local government", { exact: true }).click();
  await next();
  await next();
  await page.getByRole("button", { name: "Send my registration" }).click();
  await page.waitForURL(/\/r\//);
}

/** Reads the newest mail to an address, and types its code on the private page. */
export async function confirmByMail(page: Page, server: TestServer, email: string): Promise<void> {
  const code = await codeFor(server, email);
  await page.getByLabel("Six-digit code").fill(code);
  await page.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(page.getByLabel("Six-digit code")).toHaveCount(0);
}

/** The code in the newest mail to an address, once it has come. */
export async function codeFor(server: TestServer, email: string): Promise<string> {
  let subject = "";
  await expect
    .poll(async () => {
      const rows = await server.db.$client`
        select subject from mailbox where recipient = ${email} order by sent_at desc limit 1`;
      subject = String(rows[0]?.subject ?? "");
      return subject;
    })
    .toMatch(/\d{6}/);
  return /\d{6}/.exec(subject)![0];
}

/** Brings a pitch from a phone. */
export async function pitch(phone: Page, slug: string, title: string): Promise<void> {
  await phone.goto(`/e/${slug}/pitch`);
  await phone.getByLabel("What’s it about?").fill(title);
  await phone.getByRole("button", { name: "Join the line to pitch" }).click();
  await expect(phone.getByText("You’re in the line")).toBeVisible();
}

/** The button under a pitch. */
export const handFor = (phone: Page, title: string) =>
  phone.getByRole("listitem").filter({ hasText: title }).getByRole("button", { name: "I’d come" });

/** Presses a key on what is there to be pressed, once it says that it answers: a key alone waits for nothing. */
export async function press(target: Locator, key: string): Promise<void> {
  await expect(target).toBeEnabled();
  await target.press(key);
}

/** Keeps a page's scripts from arriving, as a bad network does. @returns lets them come */
export async function withoutScripts(page: Page): Promise<() => void> {
  let arrive = () => {};
  const scripts = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await scripts;
    await route.continue();
  });
  return arrive;
}

/** Answers every question and stands before the button that sends them. */
export async function fillIn(page: Page, camp: TestCamp, email: string) {
  await page.goto(`/e/${camp.slug}/register`);
  await page.getByLabel("Your name").fill("Priya Nair");
  await page.getByLabel("Your email").fill(email);
  await page.getByRole("link", { name: "Continue" }).click();
  await page.getByText("Local government").click();
  await page.getByLabel("Organisation", { exact: false }).last().fill("Sandwell Council");
  await page.getByRole("link", { name: "Continue" }).click();
  await page.getByLabel("What would make the day work").fill("A seat near the door");
  await page.getByLabel("The organisers may read this").check();
  await page.getByRole("link", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "Check your answers" })).toBeVisible();
}

/** A browser where an organiser of this camp is signed in. */
export async function organiserOf(server: TestServer, camp: TestCamp, visitor: Visitor, options = {}) {
  const { personId } = await makeOrganiser(server.db, camp);
  const { token } = await startDevice(server.db, { personId });
  const page = await visitor(options);
  await page.context().addCookies([{ name: cookieName(server.origin), value: token, url: server.origin }]);
  return page;
}
