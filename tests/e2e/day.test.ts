/** The morning of a camp: a phone that holds nothing comes in with a badge, and the desk says something to everybody. */
import { eq } from "drizzle-orm";
import { bringPitchFor } from "#db/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { announcements } from "#messages/en/announcements.ts";
import { announcementsDesk } from "#messages/en/announcements-desk.ts";
import { badge } from "#messages/en/badge.ts";
import { ahead } from "#tests/support/camp.ts";
import { camper, MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { axeFaults } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { handFor, organiserOf } from "./people.ts";

test("a badge lets a phone in, on a narrow one without a script too, and its hand counts", async ({
  server,
  visitor,
}) => {
  const { db } = server;
  const camp = await pitchingCamp(db, "pitching", ahead());
  await bringPitchFor(db, await organiser(db, camp), pitchForm("Job swaps"), ["Ama"], MORNING);
  const { registrationId } = await camper(db, camp, "Siân Priya Nair");
  const [row] = await db.select().from(registration).where(eq(registration.id, registrationId));
  const page = await visitor({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  await page.goto(`/e/${camp.slug}/badge`);
  await page.getByLabel(badge.code).fill("KWT");
  await page.getByLabel(badge.name).fill("pri");
  await page.getByRole("button", { name: badge.submit }).click();
  await expect(page.getByText(badge.codeWrong).first()).toBeVisible();
  await expect(page.getByLabel(badge.name)).toHaveValue("pri");
  await page.getByLabel(badge.code).fill(row!.ticketCode!.toLowerCase());
  await page.getByRole("button", { name: badge.submit }).click();
  await expect(page.getByRole("heading", { name: "Hello, Siân Priya Nair" })).toBeVisible();
  await expect(page.getByText(badge.held.title)).toBeVisible();

  const other = await visitor();
  await other.goto(`/e/${camp.slug}/badge#${row!.ticketCode}`);
  await expect(other.getByLabel(badge.code)).not.toHaveValue("");
  expect(await axeFaults(other)).toEqual([]);
  await other.getByLabel(badge.name).fill("sia");
  await other.getByRole("button", { name: badge.submit }).click();
  await expect(other.getByText("it works on one at a time")).toBeVisible();
  await page.getByRole("button", { name: badge.held.end }).click();
  await expect(page.getByText(badge.held.title)).toHaveCount(0);
  await other.getByRole("button", { name: badge.submit }).click();
  await expect(other.getByText(badge.held.title)).toBeVisible();
  await other.goto(`/e/${camp.slug}/pitches`);
  await handFor(other, "Job swaps").click();
  await expect(other.getByText("1 hand")).toBeVisible();
});

test("what the desk announces is on a phone until it is put away, and on the wall", async ({
  server,
  visitor,
}) => {
  const camp = await pitchingCamp(server.db);
  const [phone, wall] = [await visitor({ viewport: { width: 390, height: 844 } }), await visitor()];
  await phone.goto(`/e/${camp.slug}/pitches`);
  await wall.goto(`/e/${camp.slug}/wall`);
  const desk = await organiserOf(server, { id: camp.eventId, slug: camp.slug, sectorId: "" }, visitor);
  await desk.goto(`/e/${camp.slug}/desk/announcements`);
  expect(await axeFaults(desk)).toEqual([]);
  await desk.getByLabel(announcementsDesk.text).fill("Lunch is in the dye house");
  await desk.getByRole("button", { name: announcementsDesk.submit }).click();
  await expect(desk.getByText(announcementsDesk.said)).toBeVisible();
  for (const screen of [phone, wall])
    await expect(screen.getByText("Lunch is in the dye house")).toBeVisible();
  expect(await axeFaults(phone)).toEqual([]);
  await phone.getByRole("button", { name: announcements.dismiss }).click();
  await phone.reload();
  await phone.getByRole("navigation").getByRole("link", { name: "Now" }).click();
  await expect(phone.getByRole("heading", { name: announcements.title })).toBeVisible();
  await expect(phone.getByRole("button", { name: announcements.dismiss })).toHaveCount(0);
  await desk.getByRole("button", { name: announcementsDesk.takeBackOf("Lunch is in the dye house") }).click();
  for (const screen of [phone, wall])
    await expect(screen.getByText("Lunch is in the dye house")).toHaveCount(0);
});
