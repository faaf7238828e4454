/** How was it: said in a minute on any phone, once, and read by everybody in numbers that give nobody away. */
import { eq } from "drizzle-orm";
import { startDevice } from "#db/device.ts";
import { giveFeedback } from "#db/feedback/giving.ts";
import { event } from "#db/schema/event.ts";
import { feedback as words } from "#messages/en/feedback.ts";
import { ahead, makeCamp } from "#tests/support/camp.ts";
import { axeFaults } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { organiserOf } from "./people.ts";

test("how it was is said once on a phone without a script, and read with others’ once five have said something", async ({
  server,
  visitor,
}) => {
  const { db } = server;
  const camp = await makeCamp(db, { phase: "doors", startsAt: ahead() });
  const phone = await visitor({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  await phone.goto(`/e/${camp.slug}/feedback`);
  await expect(phone.getByText(words.closed.title)).toBeVisible();
  await db.update(event).set({ phase: "after" }).where(eq(event.id, camp.id));

  await phone.goto(`/e/${camp.slug}`);
  await phone.getByRole("link", { name: words.link }).click();
  await phone.getByRole("button", { name: words.send }).click();
  await expect(phone.getByText(words.nothing).first()).toBeVisible();
  await phone.getByLabel(words.comment).fill("More time to walk about");
  await phone.getByLabel(words.open).check();
  await phone
    .getByRole("group", { name: words.questions.met })
    .getByRole("radio", { name: words.answers.yes })
    .check();
  await phone.getByRole("button", { name: words.send }).click();
  await expect(phone.getByText(words.thanks.body)).toBeVisible();
  await phone.reload();
  await expect(phone.getByRole("button", { name: words.send })).toHaveCount(0);
  await phone.getByRole("link", { name: words.thanks.see }).click();
  await expect(phone.getByText(words.results.few)).toBeVisible();
  await expect(phone.getByText("More time to walk about")).toHaveCount(0);

  for (let n = 0; n < 5; n++) {
    const { id } = await startDevice(db, {});
    const said = { answers: { met: "yes" as const }, comment: n ? "" : "Not for everybody", open: false };
    await giveFeedback(db, camp.id, id, said, new Date());
  }
  await phone.reload();
  await expect(phone.getByRole("row", { name: words.questions.met })).toContainText(words.results.atLeast(5));
  await expect(phone.getByText("More time to walk about")).toBeVisible();
  await expect(phone.getByText("Not for everybody")).toHaveCount(0);

  const desk = await organiserOf(server, camp, visitor);
  await desk.goto(`/e/${camp.slug}/desk`);
  await desk.getByRole("link", { name: words.desk.link }).click();
  await expect(desk.getByText("Not for everybody")).toBeVisible();
  expect(await axeFaults(desk)).toEqual([]);
  await desk.getByRole("button", { name: /^Hide.*More time/ }).click();
  await expect(desk.getByText(words.desk.done.hidden)).toBeVisible();
  await phone.reload();
  await expect(phone.getByText("More time to walk about")).toHaveCount(0);

  const wall = await visitor({ viewport: { width: 1280, height: 720 } });
  await wall.goto(`/e/${camp.slug}/wall`);
  await expect(wall.getByText("Say in a minute how it was")).toBeVisible();
  await expect(wall.getByRole("img", { name: /Square code/ })).toBeVisible();
});
