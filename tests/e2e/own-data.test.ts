/** What is held of somebody, and a camp's own questions, without a script. */
import { readFile } from "node:fs/promises";
import { eq } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { mintLink } from "#db/registration/link.ts";
import { question } from "#db/schema/question.ts";
import { registration } from "#db/schema/registration.ts";
import { privacy as words } from "#messages/en/privacy.ts";
import { registration as asked } from "#messages/en/registration.ts";
import { ahead, makeCamp, makePerson } from "#tests/support/camp.ts";
import { axeFaults } from "./axe.ts";
import { expect, test } from "./fixtures.ts";

test("without a script a question of the camp is answered, and somebody has a copy of what is held, and then its end", async ({
  server,
  visitor,
}) => {
  const { db } = server;
  const camp = await makeCamp(db, { startsAt: ahead(), capacity: 1 });
  const lunch = {
    id: newId(),
    eventId: camp.id,
    position: 0,
    kind: "choice",
    label: "Which lunch?",
  } as const;
  const why = { choices: ["Salad", "Soup"], purpose: "To order.", keepUntil: "2099-01-01", required: true };
  await db.insert(question).values({ ...lunch, ...why });
  const had = await makePerson(db, camp, "confirmed", { rank: 1 });
  const next = await makePerson(db, camp, "waiting", { rank: 2 });
  const token = await mintLink(db, had, { mailed: true, now: new Date() });
  const viewport = { width: 320, height: 640 };
  const page = await visitor({ javaScriptEnabled: false, viewport });

  await page.goto(`/e/${camp.slug}/register#day`);
  await expect(page.getByText("Which lunch?")).toBeVisible();
  await expect(page.getByText(asked.more.why("To order.", "organisers", "2099-01-01"))).toBeVisible();

  await page.goto(`/e/${camp.slug}/r/${token}`);
  await page.locator("#details summary").click();
  await page.getByText("Soup").click();
  await page.getByRole("button", { name: "Save the changes" }).click();
  await expect(page.getByLabel("Soup")).toBeChecked();

  await page.getByRole("link", { name: words.link }).click();
  const [copy] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: words.copy.button }).click(),
  ]);
  const file = JSON.parse(await readFile(await copy.path(), "utf8"));
  expect(file[words.file.keys.answers]).toMatchObject([{ Question: "Which lunch?", Answer: "Soup" }]);

  await page.getByText(words.erase.label).click();
  await expect(page.getByText(words.erase.lets("give_back"))).toBeVisible();
  const looked = await visitor({ viewport });
  await looked.goto(page.url());
  await looked.getByText(words.erase.label).click();
  expect(await axeFaults(looked)).toEqual([]);
  const kept = () =>
    looked.evaluate(async () => (await (await caches.open("wallchart-tickets-1")).keys()).length);
  await looked.goto(`/e/${camp.slug}/r/${token}`);
  await expect.poll(kept).toBe(1);
  await page.getByRole("button", { name: words.erase.sure }).click();
  await expect(page.getByRole("heading", { name: words.deleted.title })).toBeVisible();
  // Without a network the phone would go on showing a ticket that is nobody's.
  await looked.goto(page.url());
  await expect.poll(kept).toBe(0);
  const left = await db.select().from(registration).where(eq(registration.eventId, camp.id));
  expect(left).toMatchObject([{ id: next, status: "offered" }]);
});
