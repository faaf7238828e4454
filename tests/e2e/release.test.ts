/** Tickets that open at an announced time, and a draw that its reader checks. */
import { eq } from "drizzle-orm";
import { bump } from "#db/live.ts";
import { mintLink } from "#db/registration/link.ts";
import { confirmByLink } from "#db/registration/verification.ts";
import { register } from "#db/registration.ts";
import { registration } from "#db/schema/registration.ts";
import { release } from "#db/schema/release.ts";
import { ahead, formFor, makeCamp } from "#tests/support/camp.ts";
import { makeRelease } from "#tests/support/releases.ts";
import { axeFaults } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { fillIn, organiserOf } from "./people.ts";

const MINUTE = 60_000;
const from = (milliseconds: number) => new Date(Date.now() + milliseconds);

test("a form sent before tickets open waits for them and goes by itself; without a script it comes back whole", async ({
  server,
  visitor,
}) => {
  const camp = await makeCamp(server.db, { capacity: 5, startsAt: ahead() });
  const id = await makeRelease(server.db, camp, { places: 3, opensAt: from(20 * MINUTE) });
  const plain = await visitor({ javaScriptEnabled: false, allow: [/status of 409/] });
  await plain.goto(`/e/${camp.slug}`);
  await expect(plain.getByText(/^Opens /)).toBeVisible();
  await fillIn(plain, camp, "early@example.org");
  await plain.getByRole("button", { name: "Send my registration" }).click();
  await expect(plain.getByText("Nothing you typed is lost.")).toBeVisible();
  await expect(plain.getByLabel("Your email")).toHaveValue("early@example.org");

  const page = await visitor();
  await page.goto(`/e/${camp.slug}`);
  await expect(page.getByRole("timer")).toHaveText(/^in (19|20):\d\d$/);
  expect(await axeFaults(page)).toEqual([]);
  await server.db
    .update(release)
    .set({ opensAt: from(25_000) })
    .where(eq(release.id, id));
  // As a command of ours does: a page that was made before knows of the other time.
  await server.db.transaction((tx) => bump(tx, camp.id, ["event"]));
  await fillIn(page, camp, "waits@example.org");
  await page.getByRole("button", { name: "Send my registration" }).click();
  await expect(page.getByText("It is sent by itself when it opens.")).toBeVisible();
  await page.getByRole("button", { name: "Don’t send it" }).click();
  await expect(page.getByText("It is sent by itself when it opens.")).toHaveCount(0);
  await page.getByRole("button", { name: "Send my registration" }).click();
  await expect(page.getByText("It is sent by itself when it opens.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("It is sent by itself when it opens.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "We’re holding a place for you" })).toBeVisible({
    timeout: 60_000,
  });
});

test("a draw is announced, made at the desk with its number, and worked out again by who entered it", async ({
  server,
  visitor,
}) => {
  const camp = await makeCamp(server.db, { capacity: 9, startsAt: ahead() });
  const closesAt = from(60 * MINUTE);
  const id = await makeRelease(server.db, camp, { way: "draw", places: 2, opensAt: from(-MINUTE), closesAt });
  const page = await visitor();
  await page.goto(`/e/${camp.slug}`);
  await page.getByRole("link", { name: "Enter the draw" }).click();
  for (const name of ["one", "two", "three"]) {
    await fillIn(page, camp, `${name}@example.org`);
    await page.getByRole("button", { name: "Send my registration" }).click();
    await expect(page.getByRole("heading", { name: "You’re in the draw" })).toBeVisible();
  }
  expect(await axeFaults(page)).toEqual([]);

  await server.db
    .update(release)
    .set({ closesAt: from(-1) })
    .where(eq(release.id, id));
  const desk = await organiserOf(server, camp, visitor);
  await desk.goto(`/e/${camp.slug}/desk/people`);
  await expect(async () => {
    await desk.reload();
    await expect(desk.getByLabel("The public number")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  expect(await axeFaults(desk)).toEqual([]);
  await desk.getByLabel("The public number").fill("4 8 15 16 23 42");
  await desk.getByRole("button", { name: "Make the draw" }).click();
  await expect(desk.getByText("3 entries are put in order by “4 8 15 16 23 42”")).toBeVisible();
  await desk.getByRole("button", { name: "Make the draw" }).click();
  await expect(desk.getByText("The draw is made: 3 entries are in order")).toBeVisible();
  const mine = eq(registration.eventId, camp.id);
  const statuses = await server.db.select({ status: registration.status }).from(registration).where(mine);
  expect(statuses.map(({ status }) => status).sort()).toEqual(["held", "held", "waiting"]);

  await page.goto(`/e/${camp.slug}/draw`);
  await page.getByRole("button", { name: "Check it" }).click();
  await expect(page.getByText("It is right: 3 entries")).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
});

test("two who have entered a draw enter it together, on narrow phones and without a script", async ({
  server,
  visitor,
}) => {
  const camp = await makeCamp(server.db, { capacity: 9, startsAt: ahead() });
  const closesAt = from(60 * MINUTE);
  await makeRelease(server.db, camp, { way: "draw", places: 2, opensAt: from(-MINUTE), closesAt });
  const now = new Date();
  const links: string[] = [];
  for (const name of ["ama", "ben"]) {
    const form = { ...formFor(camp, `${name}@example.org`), name };
    const entered = await register(server.db, camp.id, form, now);
    if (!entered.ok) throw new Error(entered.refusal);
    const token = await mintLink(server.db, entered.value.registrationId, { mailed: true, now });
    await confirmByLink(server.db, token, now);
    links.push(`/e/${camp.slug}/r/${token}`);
  }
  const page = await visitor({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
  await page.goto(links[0]!);
  await page.getByRole("button", { name: "Begin, and get a code to tell" }).click();
  await expect(page.getByText("Nobody has joined you yet.")).toBeVisible();
  const code = await page.getByText(/^[A-Z0-9]{3} [A-Z0-9]{3}$/).textContent();
  await page.goto(links[1]!);
  await page.getByLabel("Or type the code of somebody who began").fill(code!.toLowerCase());
  await page.getByRole("button", { name: "Join them" }).click();
  await expect(page.getByText("You enter together with ama.")).toBeVisible();
  await page.getByRole("button", { name: "Divide us if need be" }).click();
  await expect(page.getByText("ama did not so far.")).toBeVisible();
  await page.goto(links[0]!);
  await page.getByRole("button", { name: "Divide us if need be" }).click();
  await expect(page.getByText("You may be divided, as all of you said")).toBeVisible();
  await page.goto(links[1]!);
  const alive = await visitor({ viewport: { width: 320, height: 700 } });
  await alive.goto(links[1]!);
  expect(await axeFaults(alive)).toEqual([]);
  await page.getByRole("button", { name: "Enter alone" }).click();
  await expect(page.getByRole("button", { name: "Begin, and get a code to tell" })).toBeVisible();
});
