/** A place between getting it and the day, as its holder and whoever they name see it: without a script as well. */
import { desc, eq } from "drizzle-orm";
import { mintLink } from "#db/registration/link.ts";
import { mailbox } from "#db/schema/mail.ts";
import { reconfirmation } from "#db/schema/reconfirmation.ts";
import { ahead } from "#tests/support/camp.ts";
import { campOfGivers } from "#tests/support/transfer.ts";
import { twiceOn } from "./axe.ts";
import { expect, test } from "./fixtures.ts";

// Of this test alone: others register an Ama at the same server.
const AMA = "ama.takes@example.org";

test("whoever has a place says that they come, hands it on, and it is the other's, without a script", async ({
  server,
  visitor,
}) => {
  const { db } = server;
  const startsAt = ahead();
  const { camp, giver } = await campOfGivers(db, 1, 0, { startsAt });
  const asked = { registrationId: giver, eventId: camp.id, day: startsAt.toISOString().slice(0, 10) };
  await db.insert(reconfirmation).values({ ...asked, askedAt: new Date() });
  const own = await mintLink(db, giver, { mailed: true, now: new Date() });
  const page = await visitor({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
  await page.goto(`/e/${camp.slug}/r/${own}`);
  await page.getByRole("button", { name: "Yes, I’m coming" }).click();
  await expect(page.getByRole("heading", { name: "You said you’re coming" })).toBeVisible();
  expect((await twiceOn(page)).join()).toBe("");
  await page.getByText("Give my place to somebody by name").click();
  await page.getByLabel("Their name").fill("Ama Boateng");
  await page.getByLabel("Their email").fill(AMA);
  await page.getByRole("button", { name: "Write to them" }).click();
  await expect(page.getByText("Your place is on its way to Ama Boateng")).toBeVisible();

  const written = () =>
    db.select().from(mailbox).where(eq(mailbox.recipient, AMA)).orderBy(desc(mailbox.sentAt)).limit(1);
  await expect.poll(async () => (await written()).length, { timeout: 20_000 }).toBe(1);
  const [link = ""] = /\/e\/\S+\/transfer\/\S+/.exec((await written())[0]!.body) ?? [];
  const other = await visitor({ javaScriptEnabled: false });
  await other.goto(link);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText(
    "person1 would like you to have their place",
  );
  await other.getByLabel("Local government").check();
  await other.getByRole("button", { name: "Take the place" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("You’ve got a place");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your place is somebody else’s now");
});
