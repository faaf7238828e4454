import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { mintLink } from "#db/registration/link.ts";
import { registration } from "#db/schema/registration.ts";
import { ahead, makeCamp, makeOrganiser, makePerson } from "#tests/support/camp.ts";
import { deviceOf } from "#tests/support/live.ts";
import { test } from "./fixtures.ts";

test("shots", async ({ server: { db, origin }, visitor }) => {
  const camp = await makeCamp(db, { capacity: 5, startsAt: ahead() });
  const ama = await makePerson(db, camp, "confirmed", { rank: 900 });
  await db
    .update(registration)
    .set({ name: "Dr Wilhelmina Featherstonehaugh" })
    .where(eq(registration.id, ama));
  const page = `/e/${camp.slug}/r/${await mintLink(db, ama, { mailed: true, now: new Date() })}`;
  for (const [name, width, height, dark] of [
    ["390", 390, 844, false],
    ["320", 320, 720, false],
    ["dark", 390, 844, true],
    ["1440", 1440, 900, false],
  ] as const) {
    const phone = await visitor({ viewport: { width, height }, colorScheme: dark ? "dark" : "light" });
    await phone.goto(page);
    await phone.waitForTimeout(1200);
    await phone.screenshot({ path: `/tmp/shots/pass-ticket-${name}.png`, fullPage: true });
    if (name === "390") {
      await phone.emulateMedia({ media: "print" });
      await phone.pdf({ path: "/tmp/shots/pass-ticket.pdf" }).catch(() => {});
      await phone.screenshot({ path: "/tmp/shots/pass-ticket-print.png", fullPage: true });
    }
  }
  const olu = await makeOrganiser(db, camp);
  const [cn = "", cv = ""] = (await deviceOf(db, olu)).split("=");
  for (const [name, width, height, dark] of [
    ["1440", 1440, 900, false],
    ["320", 320, 720, false],
    ["dark", 1440, 900, true],
  ] as const) {
    const desk = await visitor({ viewport: { width, height }, colorScheme: dark ? "dark" : "light" });
    await desk.context().addCookies([{ name: cn, value: cv, url: origin }]);
    await desk.goto(`/e/${camp.slug}/desk/people`);
    await desk.screenshot({ path: `/tmp/shots/pass-people-${name}.png`, fullPage: true });
    await desk.goto(`/e/${camp.slug}/desk/people/import`);
    await desk.screenshot({ path: `/tmp/shots/pass-import-${name}.png`, fullPage: true });
    const csv =
      readFileSync("tests/support/people-exports/eventbrite.csv", "utf8") +
      Array.from(
        { length: 6 },
        (_, n) => `77,2026,P${n},Q,p${n}@example.org,1,,G,${n},,F,GBP,0,0,0,0,Attending,Works,`,
      ).join("\n");
    await desk
      .locator('input[name="list"]')
      .setInputFiles({ name: "eventbrite.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    await desk.getByRole("button", { name: "See whom it brings" }).click();
    await desk.getByText("How it was read").waitFor();
    await desk.screenshot({ path: `/tmp/shots/pass-import-look-${name}.png`, fullPage: true });
    await desk.getByRole("button", { name: /^Bring / }).click();
    await desk.getByText("Give a reason").first().waitFor();
    await desk.screenshot({ path: `/tmp/shots/pass-import-errors-${name}.png`, fullPage: true });
    await desk.getByLabel("Why?").fill("From Eventbrite");
    await desk.getByLabel("Sector of those").selectOption({ index: 1 });
    await desk.getByRole("button", { name: /^Bring / }).click();
    await desk.getByText("more than the camp has").waitFor();
    await desk.screenshot({ path: `/tmp/shots/pass-import-asked-${name}.png`, fullPage: true });
    await desk.goto(`/e/${camp.slug}/desk/mail/words`);
    await desk.screenshot({ path: `/tmp/shots/pass-words-${name}.png`, fullPage: true });
    await desk.goto(`/e/${camp.slug}/desk/mail/words/offered`);
    await desk.getByLabel("Subject").fill("Come, {name}");
    await desk.getByRole("button", { name: "Look at it" }).click();
    await desk.getByText("Nothing is changed yet").waitFor();
    await desk.screenshot({ path: `/tmp/shots/pass-letter-${name}.png`, fullPage: true });
    await desk.goto(`/e/${camp.slug}/desk/mail`);
    await desk.screenshot({ path: `/tmp/shots/pass-mail-${name}.png`, fullPage: true });
  }
});
