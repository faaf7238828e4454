/** A second address, as whoever waits gives it and as it is read: without a script as well. */
import { desc, eq } from "drizzle-orm";
import { mintLink } from "#db/registration/link.ts";
import { mailbox } from "#db/schema/mail.ts";
import { secondAddress as words } from "#messages/en/second-address.ts";
import { ahead, makeCamp, makePerson } from "#tests/support/camp.ts";
import { axeFaults, twiceOn } from "./axe.ts";
import { expect, test } from "./fixtures.ts";

// Of this test alone: others have mail at the same server.
const HOME = "ama.at.home@example.org";

test("whoever waits gives a second address, its reader says yes, and it is taken away again, without a script", async ({
  server,
  visitor,
}) => {
  const { db } = server;
  // Nobody is offered a place meanwhile.
  const camp = await makeCamp(db, { startsAt: ahead(), offersOn: false });
  const id = await makePerson(db, camp, "waiting", { rank: 1 });
  const own = await mintLink(db, id, { mailed: true, now: new Date() });
  const page = await visitor({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
  await page.goto(`/e/${camp.slug}/r/${own}`);
  await page.getByText(words.add).click();
  await page.getByLabel(words.email).fill("person1@example.org");
  await page.getByRole("button", { name: words.send }).click();
  await expect(page.getByRole("alert")).toContainText("That is the address we write to already");
  await page.getByLabel(words.email).fill(HOME);
  await page.getByRole("button", { name: words.send }).click();
  await expect(page.getByRole("status")).toContainText(words.said.second_asked);
  await expect(page.getByText(words.asked(HOME))).toBeVisible();
  expect((await twiceOn(page)).join()).toBe("");

  const written = () =>
    db.select().from(mailbox).where(eq(mailbox.recipient, HOME)).orderBy(desc(mailbox.sentAt)).limit(1);
  await expect.poll(async () => (await written()).length, { timeout: 20_000 }).toBe(1);
  const [link = ""] = /\/e\/\S+\/second-address\/\S+/.exec((await written())[0]!.body) ?? [];
  const reader = await visitor({ viewport: { width: 390, height: 844 } });
  await reader.goto(link);
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(words.ask.title("Testcamp"));
  expect(await axeFaults(reader)).toEqual([]);
  await reader.getByRole("button", { name: words.ask.yes }).click();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(words.confirmed.title);

  await page.reload();
  await expect(page.getByText(words.works(HOME))).toBeVisible();
  await page.getByRole("button", { name: words.remove }).click();
  await expect(page.getByRole("status")).toContainText(words.said.second_removed);
  await expect(page.getByText(words.add)).toBeVisible();
});
