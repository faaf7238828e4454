import { eq } from "drizzle-orm";
import { giveBack } from "#db/registration/answer.ts";
import { mintLink } from "#db/registration/link.ts";
import { registration } from "#db/schema/registration.ts";
import { pauseDays } from "#domain/registration/pause.ts";
import { ahead, makeCamp, makePerson } from "#tests/support/camp.ts";
import { expect, test } from "./fixtures.ts";

test("a place that was given back is taken back, and after an offer ran out one joins for later, without scripts", async ({
  server: { db },
  visitor,
}) => {
  const startsAt = ahead();
  const camp = await makeCamp(db, { capacity: 2, startsAt });
  const giver = await makePerson(db, camp, "confirmed", { rank: 1001 });
  const missed = await makePerson(db, camp, "expired", { rank: 1002 });
  const now = new Date();
  const page = await visitor({ javaScriptEnabled: false, viewport: { width: 320, height: 720 } });
  const open = async (id: string) =>
    page.goto(`/e/${camp.slug}/r/${await mintLink(db, id, { mailed: true, now })}`);

  await open(giver);
  await page.getByText("Give my place back", { exact: true }).click();
  await page.getByRole("button", { name: "Yes, give my place back" }).click();
  await expect(page.getByRole("heading", { name: "You gave your place back" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByRole("heading", { name: "You’ve got a place" })).toBeVisible();

  await giveBack(db, giver, now);
  await open(giver);
  await db.update(registration).set({ gaveBackAt: null }).where(eq(registration.id, giver));
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByText("so it cannot be taken back")).toBeVisible();

  await open(missed);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.getByText("Join it, but not yet", { exact: true }).click();
  const { last } = pauseDays(now.getTime(), { startsAt: startsAt.getTime(), zone: "Europe/London" })!;
  await page.getByLabel("Until the morning of").fill(last);
  await page.getByRole("button", { name: "Join, and pause my turn" }).click();
  await expect(page.getByRole("heading", { name: "Your turn is paused" })).toBeVisible();
});
