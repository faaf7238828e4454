/** A form of registering that was not taken: its own page comes back, with all of it, drawn by the framework. */
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { LONGEST } from "#domain/limits.ts";
import { packed, RETURNED } from "#domain/registration/returned.ts";
import { registration as words } from "#messages/en/registration.ts";
import { ahead, makeCamp, type TestCamp } from "#tests/support/camp.ts";
import { answersIn } from "#tests/support/forms.ts";
import { axeFaults } from "./axe.ts";
import { expect, type TestServer, test } from "./fixtures.ts";
import { withoutScripts } from "./people.ts";

const ACCESS = '\nA ramp, "please"\n\n  <b>& a loop</b> नमस्ते 👩‍💻\n';

const rowsOf = ({ db }: TestServer, camp: TestCamp) =>
  db.select().from(registration).where(eq(registration.eventId, camp.id));

/** What a form says of companions where nobody was asked to come along. */
const NOBODY_ALONG = { companions: "0", companionsNote: "" };

/** The form itself, however much of it is shown. */
const sent = (page: Page) =>
  page.locator("form").evaluate((form: HTMLFormElement) => Object.fromEntries(new FormData(form)));

test("without a script the whole form comes back, says what is wrong, and is taken once mended", async ({
  server,
  visitor,
}) => {
  const camp = await makeCamp(server.db, { startsAt: ahead() });
  const viewport = { width: 320, height: 640 };
  const page = await visitor({ javaScriptEnabled: false, viewport, allow: [/status of 422/] });
  await page.goto(`/e/${camp.slug}/register#check`);
  await page.getByLabel("Your name").fill("O’Neill <b> & Söhne");
  await page.getByLabel("Your email").fill("nobody at example");
  await page.getByText("Local government").click();
  await page.getByText("It’s my first").click();
  await page.getByLabel("What would make the day work").fill(ACCESS);
  await page.getByLabel("The organisers may read this").check();
  await page.locator('[name="companions"][value="1"]').check({ force: true });
  await page.getByLabel(words.questions.companionsNote).fill("Signs in BSL");
  await page.getByRole("button", { name: words.check.send }).click();

  await expect(page).toHaveTitle(/^Not registered yet/);
  const summary = page.locator("main").getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveText([words.errors.email]);
  expect(page.url()).not.toMatch(/neill|nobody/i);
  await expect(page.getByLabel("Your name")).toHaveValue("O’Neill <b> & Söhne");
  await expect(page.getByLabel("What would make the day work")).toHaveValue(ACCESS);
  await expect(page.getByLabel(words.questions.companionsNote)).toHaveValue("Signs in BSL");
  await expect(page.getByLabel("Local government")).toBeChecked();
  await expect(page.getByLabel("It’s my first")).toBeChecked();
  await expect(page.getByLabel("happy to be in photos")).not.toBeChecked();
  for (const question of Object.values(words.questions))
    await expect(page.getByText(question).first()).toBeVisible();
  expect(await page.locator("html").evaluate(({ scrollWidth }) => scrollWidth)).toBeLessThanOrEqual(320);

  await summary.getByRole("link").click();
  await expect(page.getByLabel("Your email")).toBeFocused();
  await expect(page.getByLabel("Your email")).toHaveAccessibleDescription(new RegExp(words.errors.email));
  await page.getByLabel("Your email").fill("neill@example.org");
  await page.getByRole("button", { name: words.check.send }).click();
  await expect(page.getByRole("heading", { name: "We’re holding a place for you" })).toBeVisible();
  expect(await rowsOf(server, camp)).toMatchObject([
    { email: "neill@example.org", access: ACCESS.trim(), firstTime: true, photos: false },
  ]);
});

test("with a script it opens at the first step to mend, with the focus on what is wrong, and keeps it all", async ({
  server,
  visitor,
}) => {
  const camp = await makeCamp(server.db, { startsAt: ahead() });
  const viewport = { width: 320, height: 640 };
  const page = await visitor({ viewport, allow: [/status of 422/] });
  const [organisation, access] = [
    "o".repeat(LONGEST.organisation + 1),
    `${ACCESS}${"x".repeat(LONGEST.access)}`,
  ];
  await page.goto(`/e/${camp.slug}/register`);
  await expect(page.locator("[data-lively]")).toBeVisible();
  await page.getByLabel("Your name").fill("Mei Tan");
  await page.getByLabel("Your email").fill("mei@example.org");
  await page.getByRole("link", { name: "Continue" }).click();
  await page.getByText("Local government").click();
  await page.getByRole("link", { name: "Continue" }).click();
  await page.getByRole("link", { name: "Continue" }).click();
  // Longer than a browser lets anybody type.
  await page.locator("form").evaluate(
    (form, [organisation, access]) => {
      (form.querySelector("[name=organisation]") as HTMLInputElement).value = organisation!;
      (form.querySelector("[name=access]") as HTMLTextAreaElement).value = access!;
      (form.querySelector("[name=accessAgreed]") as HTMLInputElement).checked = true;
    },
    [organisation, access],
  );
  const before = await sent(page);
  await page.getByRole("button", { name: words.check.send }).click();

  await expect(page).toHaveTitle(/^Not registered yet/);
  await expect(page.locator("[data-lively]")).toBeVisible();
  const summary = page.locator("main").getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveText([words.errors.organisation, words.errors.access]);
  await expect(page.getByRole("heading", { name: words.work.title })).toBeVisible();
  await expect(page.getByRole("heading", { name: words.day.title })).toBeHidden();
  expect(await sent(page)).toEqual(before);
  expect(await axeFaults(page)).toEqual([]);
  expect(await page.locator("html").evaluate(({ scrollWidth }) => scrollWidth)).toBeLessThanOrEqual(320);

  // A reload asks for the form, not for sending it again, and loses nothing.
  await expect(page).toHaveURL(`/e/${camp.slug}/register`);
  await page.reload();
  await expect(page.locator("[data-lively]")).toBeVisible();
  expect(await sent(page)).toEqual(before);
  await page.locator("form").evaluate((form: HTMLFormElement) => form.submit());
  await expect(summary).toBeFocused();

  await page.getByLabel("Organisation", { exact: false }).last().fill("Sandwell Council");
  await page.getByRole("link", { name: "Continue" }).click();
  // What is wrong on the next step is still said there.
  await expect(page.getByRole("heading", { name: words.day.title })).toBeVisible();
  await expect(summary.getByRole("link")).toHaveText([words.errors.access]);
  await page.getByLabel("What would make the day work").fill("A loop");
  // What somebody needs is not taken without their agreement.
  await page.getByLabel("The organisers may read this").uncheck();
  await page.getByRole("link", { name: "Continue" }).click();
  await expect(summary.getByRole("link")).toHaveText([words.errors.accessAgreed]);
  await page.getByLabel("The organisers may read this").check();
  await page.getByRole("link", { name: "Continue" }).click();
  await expect(page.getByText("Sandwell Council")).toBeVisible();
  await page.getByRole("button", { name: words.check.send }).click();
  await expect(page.getByRole("heading", { name: "We’re holding a place for you" })).toBeVisible();
  expect(await rowsOf(server, camp)).toMatchObject([{ formId: before.id, access: "A loop" }]);
});

test("whoever goes on typing before the page that came back is alive keeps the focus and every letter", async ({
  server,
  visitor,
}) => {
  const camp = await makeCamp(server.db, { startsAt: ahead() });
  const page = await visitor({ allow: [/status of 422/] });
  await page.goto(`/e/${camp.slug}/register`);
  await expect(page.locator("[data-lively]")).toBeVisible();
  await page.getByLabel("Your name").fill("Mei Tan");
  const arrive = await withoutScripts(page);
  await page.locator("form").evaluate((form: HTMLFormElement) => form.submit());
  const summary = page.locator("main").getByRole("alert");
  await expect(summary).toBeFocused();
  const email = page.getByLabel("Your email");
  await email.pressSequentially("mei@");
  arrive();
  await expect(page.locator("[data-lively]")).toBeVisible();
  await page.keyboard.type("example.org");
  await expect(email).toHaveValue("mei@example.org");
});

test("refused while it was filled in: the page says why, and has everything to be sent again", async ({
  server,
  visitor,
}) => {
  const camp = await makeCamp(server.db, { startsAt: ahead() });
  const page = await visitor({ viewport: { width: 320, height: 640 }, allow: [/status of 409/] });
  await page.goto(`/e/${camp.slug}/register`);
  await expect(page.locator("[data-lively]")).toBeVisible();
  await page.getByLabel("Your name").fill("Rhys Hughes");
  await page.getByLabel("Your email").fill("rhys@example.org");
  await page.getByRole("link", { name: "Continue" }).click();
  await page.getByText("Local government").click();
  for (let step = 0; step < 2; step += 1) await page.getByRole("link", { name: "Continue" }).click();
  const before = await sent(page);
  await server.db.update(event).set({ phase: "closed" }).where(eq(event.id, camp.id));
  await page.getByRole("button", { name: words.check.send }).click();

  await expect(page.getByRole("alert").getByText(words.phase.over.title)).toBeVisible();
  await expect(page.locator(":focus")).toContainText(words.again.kept);
  await expect(page.getByRole("definition").getByText("Rhys Hughes")).toBeVisible();
  expect(await sent(page)).toEqual(before);
  expect(await axeFaults(page)).toEqual([]);

  await server.db.update(event).set({ phase: "tickets" }).where(eq(event.id, camp.id));
  await page.getByRole("button", { name: words.check.send }).click();
  await expect(page.getByRole("heading", { name: "We’re holding a place for you" })).toBeVisible();
  expect(await rowsOf(server, camp)).toMatchObject([{ email: "rhys@example.org", formId: before.id }]);
});

test("without a script a key on a choice sends nothing, and the form comes back with what was typed", async ({
  server,
  visitor,
}) => {
  const camp = await makeCamp(server.db, { startsAt: ahead() });
  const page = await visitor({ javaScriptEnabled: false, allow: [/status of 422/] });
  await page.goto(`/e/${camp.slug}/register`);
  await page.getByLabel("Your name").fill("Ada");
  await page.getByLabel("Your email").fill("ada@example.org");
  await page.getByLabel("Your email").press("Enter");
  await expect(page.getByLabel("Your email")).toBeVisible();
  await page.getByRole("link", { name: "Continue" }).click();
  await page.getByText("Local government").click();
  await page.getByLabel("Local government").press("Enter");
  await expect(page.getByRole("alert").getByText(words.again.unsent.title)).toBeVisible();
  await expect(page.getByLabel("Your name")).toHaveValue("Ada");
  await expect(page.getByLabel("Local government")).toBeChecked();
  expect(await rowsOf(server, camp)).toEqual([]);
  await page.getByRole("button", { name: words.check.send }).click();
  await expect(page.getByRole("heading", { name: "We’re holding a place for you" })).toBeVisible();
});

test("everybody gets their own back, whoever presses at the same moment, and nobody who just looks gets any", async ({
  server,
}) => {
  const camp = await makeCamp(server.db, { startsAt: ahead() });
  const { origin } = server;
  const people = Array.from({ length: 30 }, (_, n) => ({
    ...{ id: newId(), name: `Secret ${n}.`, email: `nobody-${n}`, sectorId: camp.sectorId },
    ...{ organisation: `Office ${n}.`, access: `Line ${n}.\nanother` },
  }));
  const look = async (headers: Record<string, string> = {}) =>
    (await fetch(`${origin}/e/${camp.slug}/register`, { headers })).text();
  const pages = people.map(async (form) => {
    const body = new URLSearchParams(form);
    const answer = await fetch(`${origin}/live/${camp.slug}/registration`, { method: "POST", body });
    return { answer, html: await answer.text() };
  });
  // Nor does whoever sends what only the server says to itself.
  const forged = packed({
    ...{
      camp: { slug: camp.slug, name: "Secret" },
      tickets: null,
      questions: [],
      sectors: [],
      refused: null,
    },
    ...{ typed: people[0]!, errors: {} },
  });
  const looks = people.map(() => look({ [RETURNED]: forged }));

  for (const [n, page] of pages.entries()) {
    const { answer, html } = await page;
    expect(answer.status).toBe(422);
    expect(answer.headers.get("cache-control")).toContain("no-store");
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(answersIn(html)).toEqual({ ...people[n], ...NOBODY_ALONG });
    expect(new Set(html.match(/Secret \d+\./g))).toEqual(new Set([`Secret ${n}.`]));
    expect(new Set(html.match(/(?:nobody-|Office |Line )\d+/g)?.map((said) => /\d+/.exec(said)![0]))).toEqual(
      new Set([String(n)]),
    );
  }
  for (const html of [...(await Promise.all(looks)), await look()]) {
    expect(html).not.toMatch(/Secret|nobody-|Office \d|Line \d/);
    expect(answersIn(html)).toEqual({
      ...{ id: "", name: "", email: "", organisation: "", access: "" },
      ...NOBODY_ALONG,
    });
  }
});

test("the form is named by the browser as soon as it can, and by nobody before", async ({
  server,
  visitor,
}) => {
  const camp = await makeCamp(server.db, { startsAt: ahead() });
  const page = await visitor();
  const ids = [];
  for (let n = 0; n < 2; n += 1) {
    await page.goto(`/e/${camp.slug}/register`);
    await expect(page.locator("[data-lively]")).toBeVisible();
    ids.push((await sent(page)).id);
  }
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(ids[0]).not.toBe(ids[1]);
  // What was typed keeps the name it was typed under.
  await page.getByLabel("Your name").fill("Ama");
  await page.reload();
  await expect(page.getByLabel("Your name")).toHaveValue("Ama");
  expect((await sent(page)).id).toBe(ids[1]);
});
