import { desc, eq } from "drizzle-orm";
import { mintLink } from "#db/registration/link.ts";
import { mailbox } from "#db/schema/mail.ts";
import { laterDay, localAt } from "#domain/time/local.ts";
import { ahead, makeCamp, makePerson } from "#tests/support/camp.ts";
import { axeFaults } from "./axe.ts";
import { expect, type TestServer, test } from "./fixtures.ts";
import { fillIn, withoutScripts } from "./people.ts";

/** What the newest letter to an address says, once the worker has sent it. */
async function letterTo({ db }: TestServer, email: string) {
  const newest = () =>
    db.select().from(mailbox).where(eq(mailbox.recipient, email)).orderBy(desc(mailbox.sentAt)).limit(1);
  await expect.poll(async () => (await newest()).length).toBe(1);
  return (await newest())[0]!;
}

test("registers without JavaScript, confirms by code, gives the place back", async ({ server, visitor }) => {
  const camp = await makeCamp(server.db, { capacity: 1, startsAt: ahead() });
  const page = await visitor({ javaScriptEnabled: false });
  await fillIn(page, camp, "priya@example.org");

  // The browser's own Back turns the page and loses nothing.
  await page.goBack();
  await expect(page.getByLabel("What would make the day work")).toHaveValue("A seat near the door");
  await page.goForward();
  await page.getByRole("button", { name: "Send my registration" }).click();
  await expect(page.getByRole("heading", { name: "We’re holding a place for you" })).toBeVisible();
  expect(new URL(page.url()).pathname).toMatch(new RegExp(`^/e/${camp.slug}/r/[\\w-]{43}$`));
  expect(page.url()).not.toContain("priya");

  const letter = await letterTo(server, "priya@example.org");
  const code = /^(\d{6}) confirms your place/.exec(letter.subject)![1]!;
  await page.getByLabel("Six-digit code").fill("12");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("The code has six digits")).toBeVisible();
  await page.getByLabel("Six-digit code").fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("heading", { name: "You’ve got a place" })).toBeVisible();
  await expect(page.getByText("This device holds your ticket")).toBeVisible();

  await page.getByText("Give my place back", { exact: true }).click();
  await page.getByRole("button", { name: "Yes, give my place back" }).click();
  await expect(page.getByRole("heading", { name: "You gave your place back" })).toBeVisible();
});

test("the mailed link only opens a page; its button is the proof", async ({ server, visitor }) => {
  const camp = await makeCamp(server.db, { startsAt: ahead() });
  const page = await visitor({ javaScriptEnabled: false });
  await fillIn(page, camp, "rhys@example.org");
  await page.getByRole("button", { name: "Send my registration" }).click();
  const { body } = await letterTo(server, "rhys@example.org");
  const link = /http:\S+\/r\/[\w-]{43}/.exec(body)![0];

  // A mail scanner opens every link, as often as it likes.
  for (let n = 0; n < 3; n += 1) await fetch(link);
  const other = await visitor({ javaScriptEnabled: false });
  await other.goto(link);
  await other.getByRole("button", { name: "Yes, this is my address" }).click();
  await expect(other.getByRole("heading", { name: "Confirm your email" })).toHaveCount(0);
  await expect(other.getByRole("heading", { name: "You’ve got a place" })).toBeVisible();
});

test("a known address is answered as any other, its details are changed and its address mended, without JavaScript", async ({
  server,
  visitor,
}) => {
  const camp = await makeCamp(server.db, { startsAt: ahead() });
  await makePerson(server.db, camp, "confirmed", { rank: 2001 });
  const page = await visitor({ javaScriptEnabled: false });
  await fillIn(page, camp, "person2001@example.org");
  await page.getByRole("button", { name: "Send my registration" }).click();
  await expect(page.getByRole("heading", { name: "We’re holding a place for you" })).toBeVisible();

  await page.getByText("Change your details").click();
  await page.getByLabel("Organisation", { exact: false }).last().fill("Cardiff Council");
  await page.getByRole("button", { name: "Save the changes" }).click();
  await expect(page.getByText("Saved. It counts once you have confirmed your email.")).toBeVisible();
  await page.getByRole("button", { name: "Send the code again" }).click();
  await expect(page.getByText(/Another email is on its way to person2001@example.org/)).toBeVisible();

  await page.getByText("Wrong address? Mend it").click();
  await page.getByLabel("The right address").fill("mine2001@example.org");
  await page.getByRole("button", { name: "Use this address" }).click();
  await expect(page.getByText(/mine2001@example.org/).first()).toBeVisible();
  const { subject } = await letterTo(server, "mine2001@example.org");
  await page.getByLabel("Six-digit code").fill(/^\d{6}/.exec(subject)![0]);
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("heading", { name: "You’ve got a place" })).toBeVisible();
});

test("a place given back is offered to the next in line, who takes it", async ({ server, visitor }) => {
  const camp = await makeCamp(server.db, { capacity: 1, startsAt: ahead() });
  const [holder, next] = [await visitor(), await visitor()];
  for (const [page, email] of [
    [holder, "holder@example.org"],
    [next, "next@example.org"],
  ] as const) {
    await fillIn(page, camp, email);
    await page.getByRole("button", { name: "Send my registration" }).click();
    const { subject } = await letterTo(server, email);
    await page.getByLabel("Six-digit code").fill(/^\d{6}/.exec(subject)![0]);
    await page.getByRole("button", { name: "Confirm" }).click();
    await expect(page.getByRole("heading", { name: "Confirm your email" })).toHaveCount(0);
  }
  await expect(next.getByRole("heading", { name: "You’re on the waiting list" })).toBeVisible();
  await expect(next.getByText("in line, of 1")).toBeVisible();

  const toCalendar = await holder.getByRole("link", { name: "Add it to your calendar" }).getAttribute("href");
  const file = await holder.request.get(toCalendar!);
  expect(file.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(await file.text()).toContain("SUMMARY:Testcamp");
  await holder.getByText("Give my place back", { exact: true }).click();
  await holder.getByRole("button", { name: "Yes, give my place back" }).click();
  await expect(holder.getByRole("heading", { name: "You gave your place back" })).toBeVisible();
  await next.reload();
  await expect(next.getByRole("heading", { name: "A place has come up for you" })).toBeVisible();
  await next.getByRole("button", { name: "Yes, I’ll come" }).click();
  await expect(next.getByRole("heading", { name: "You’ve got a place" })).toBeVisible();
});

test("a turn in the line is paused and taken up again, on a narrow phone too", async ({
  server,
  visitor,
}) => {
  const camp = await makeCamp(server.db, { capacity: 1, startsAt: ahead() });
  await makePerson(server.db, camp, "confirmed", { rank: 1001 });
  const id = await makePerson(server.db, camp, "waiting", { rank: 1002 });
  const token = await mintLink(server.db, id, { mailed: true, now: new Date() });
  const page = await visitor({ viewport: { width: 320, height: 640 }, allow: [/status of 422/] });
  await page.goto(`/e/${camp.slug}/r/${token}`);
  const pause = page.getByRole("button", { name: "Pause my turn" });
  await page.getByText("Pause my turn", { exact: true }).first().click();
  const day = (days: number) => laterDay(localAt(Date.now(), "Europe/London").day, days);
  // A browser holds back a day beyond the last; without its help the server says so.
  await page.getByLabel("Until the morning of").evaluate((field) => field.removeAttribute("max"));
  await page.getByLabel("Until the morning of").fill(day(2000));
  await pause.click();
  await expect(page.getByText("A pause cannot end on that day.")).toBeVisible();
  await page.getByLabel("Until the morning of").fill(day(2));
  await pause.click();
  await expect(page.getByRole("heading", { name: "Your turn is paused" })).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.getByRole("button", { name: "End the pause now" }).click();
  await expect(page.getByRole("heading", { name: "Your turn is paused" })).toHaveCount(0);
  await expect(page.getByText("Pause my turn", { exact: true }).first()).toBeVisible();
});

test("says what is missing, at its question, and keeps what was typed through a reload", async ({
  server,
  visitor,
}) => {
  const camp = await makeCamp(server.db, { startsAt: ahead() });
  const page = await visitor();
  await page.goto(`/e/${camp.slug}/register`);
  await expect(page.locator("[data-lively]")).toBeVisible();
  await page.getByLabel("Your name").fill("Mei Tan");
  await page.getByRole("link", { name: "Continue" }).click();
  await expect(page.getByRole("alert").getByText("Write an email address")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Your name")).toHaveValue("Mei Tan");

  // What looks like a button is pressed by the space bar, and there is a way back on the page.
  await expect(page.locator("[data-lively]")).toBeVisible();
  await page.getByLabel("Your email").fill("mei-space@example.org");
  await page.getByRole("link", { name: "Continue" }).press("Space");
  await expect(page.getByRole("heading", { name: "Where do you work?" })).toBeVisible();
  await page.getByRole("link", { name: "Back" }).click();
  await expect(page.getByLabel("Your email")).toHaveValue("mei-space@example.org");

  // What is typed before the scripts have come is kept as well.
  const early = await visitor();
  const arrive = await withoutScripts(early);
  await early.goto(`/e/${camp.slug}/register`, { waitUntil: "commit" });
  await early.getByLabel("Your name").fill("Mei Tan");
  arrive();
  await expect(early.locator("[data-lively]")).toBeVisible();
  await early.reload();
  await expect(early.getByLabel("Your name")).toHaveValue("Mei Tan");
});

test("details that are saved are those that show, and a second tab overwrites nothing", async ({
  server,
  visitor,
}) => {
  const camp = await makeCamp(server.db, { startsAt: ahead() });
  const id = await makePerson(server.db, camp, "confirmed", { rank: 1001 });
  const token = await mintLink(server.db, id, { mailed: true, now: new Date() });
  const page = await visitor({ allow: [/status of 422/, /ERR_FAILED/] });
  const second = await page.context().newPage();
  for (const tab of [page, second]) {
    await tab.goto(`/e/${camp.slug}/r/${token}`);
    await tab.getByText("Change your details").click();
  }
  const save = async (tab: typeof page, name: string) => {
    await tab.getByLabel("Your name").fill(name);
    await tab.locator("#details").getByRole("button").click();
  };
  const name = (tab: typeof page) => tab.getByLabel("Your name");
  const focused = (tab: typeof page) => tab.locator("#details :focus");
  await name(second).fill("Sian");
  await save(page, "  ");
  await expect(focused(page)).toContainText("There is a problem");
  await save(page, "Siân Morgan");
  await expect(focused(page)).toContainText("Saved");
  await expect(name(page)).toHaveValue("Siân Morgan");
  await expect(page.getByText("Siân Morgan").first()).toBeVisible();
  // The page asks for what is new every now and then, and when it is shown again.
  await second.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(second.getByText("Siân Morgan").first()).toBeVisible();
  await expect(name(second)).toHaveValue("Sian");
  // Nor does wifi that is there and dead throw the page away.
  const network = second.context();
  await network.route(/./, (route) => route.abort());
  const asked = second.waitForRequest(/readyz/);
  await second.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await asked;
  await network.unroute(/./);
  await save(second, "Sian");
  await expect(focused(second)).toContainText("have changed since");
  await expect(name(second)).toHaveValue("Sian");
  // What was saved is what the next press goes on from.
  await save(page, "Siân M");
  await expect(page.locator("#details").getByRole("status")).toContainText("Saved");
  await expect(name(page)).toHaveValue("Siân M");
});

test("every state is readable by everybody: axe, both themes, 320 pixels", async ({ server, visitor }) => {
  const camp = await makeCamp(server.db, { capacity: 1, startsAt: ahead() });
  await makePerson(server.db, camp, "confirmed", { rank: 1001 });
  await makePerson(server.db, camp, "waiting", { rank: 1002 });
  const allow = [/status of 422/];
  const page = await visitor({ viewport: { width: 320, height: 640 }, allow });
  const look = async () => {
    // The framework sends the title after the page; a page without one is one that is not there yet.
    await expect(page).toHaveTitle(/Wallchart/);
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  };
  await page.goto(`/e/${camp.slug}/register`);
  await expect(page.locator("[data-lively]")).toBeVisible();
  await look();
  await page.getByRole("link", { name: "Continue" }).click();
  await look();
  await fillIn(page, camp, "mei@example.org");
  await look();
  await page.getByRole("button", { name: "Send my registration" }).click();
  await expect(page.getByRole("heading", { name: "You’re on the waiting list" })).toBeVisible();
  await look();
  await page.getByText("Leave the list", { exact: true }).click();
  await look();
  await page.getByRole("button", { name: "Yes, leave the list" }).click();
  await expect(page.getByRole("heading", { name: "Your name is off the list" })).toBeVisible();
  await look();
  const roomy = await makeCamp(server.db, { startsAt: ahead() });
  await fillIn(page, roomy, "mei-held@example.org");
  await page.getByRole("button", { name: "Send my registration" }).click();
  await expect(page.getByRole("heading", { name: "We’re holding a place for you" })).toBeVisible();
  for (const summary of await page.locator("main summary").all()) await summary.click();
  await look();
  // Past every check of the browser: what the handler itself answers.
  await page.goto(`/e/${roomy.slug}/register`);
  await page.locator("form").evaluate((form: HTMLFormElement) => form.submit());
  await expect(page.getByRole("alert").getByRole("link")).toHaveCount(3);
  await look();
});
