/** The camp's own pages as a first-timer reads them, and what somebody tells one person, without a script. */
import { and, eq } from "drizzle-orm";
import { changeContacts, listContacts, markOfContacts } from "#db/contact.ts";
import { outbox } from "#db/schema/mail.ts";
import { makeCamp, makeOrganiser } from "#tests/support/camp.ts";
import { axeFaultsNow } from "./axe.ts";
import { expect, test } from "./fixtures.ts";

test("a first-timer finds the pages, and tells one of those named what happened, without a script", async ({
  server,
  visitor,
}) => {
  const { db } = server;
  const camp = await makeCamp(db);
  const olu = await makeOrganiser(db, camp);
  const mark = markOfContacts(await listContacts(db, camp.id));
  const ada = { name: "Ada Byron", email: `ada@${camp.slug}.example` };
  await changeContacts(db, olu, mark, [{ personId: olu.personId }, ada], new Date());
  const reader = await visitor({ viewport: { width: 320, height: 640 } });
  for (const path of ["/about", "/about/conduct", "/about/privacy", "/concern"]) {
    await reader.goto(`/e/${camp.slug}${path}`);
    expect(await axeFaultsNow(reader)).toEqual([]);
  }
  const page = await visitor({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  await page.goto(`/e/${camp.slug}`);
  await page.getByRole("link", { name: "About this camp" }).click();
  await page.getByRole("link", { name: "Getting there" }).click();
  await expect(
    page.getByText("Testcamp is at Birmingham: Tuesday 14 July, doors open at 9am."),
  ).toBeVisible();
  await page.getByRole("link", { name: "All about this camp" }).click();
  await page.getByRole("link", { name: "Code of conduct" }).click();
  await page.getByRole("link", { name: "Write to one of them" }).click();
  await page.getByLabel("What happened?").fill("Somebody shouted at me.");
  await page.getByRole("button", { name: "Send it to them" }).click();
  await expect(page.getByRole("link", { name: "Choose who shall read it" })).toBeVisible();
  await expect(page.getByLabel("What happened?")).toHaveValue("Somebody shouted at me.");
  await page.getByLabel("Ada Byron").check();
  await page.getByRole("button", { name: "Send it to them" }).click();
  // No mail leaves the server of this test, and nobody is told that it does.
  await expect(page.getByText("Nothing you write here reaches anybody")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send it to them" })).toHaveCount(0);
  const told = and(eq(outbox.eventId, camp.id), eq(outbox.kind, "concern"));
  const rows = await db.select().from(outbox).where(told);
  expect(rows.map(({ recipient }) => recipient)).toEqual([ada.email]);
});
