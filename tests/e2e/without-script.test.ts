/** Forms without a script, over what somebody else changed meanwhile: nothing typed is lost, and what was refused is said. */
import { eq } from "drizzle-orm";
import { changePage, markOfPage, readPageNow } from "#db/camp-page.ts";
import { event } from "#db/schema/event.ts";
import { campPage } from "#messages/en/camp-page.ts";
import { desk as words } from "#messages/en/desk.ts";
import { refusal } from "#messages/en/refusal.ts";
import { ahead, makeCamp, makeOrganiser } from "#tests/support/camp.ts";
import { deviceOf } from "#tests/support/live.ts";
import { expect, test } from "./fixtures.ts";
import { be } from "./screens.ts";

test("what was typed over a page that somebody else saved stays, and a step that was taken already is refused in words", async ({
  server: { db, origin },
  visitor,
}) => {
  const camp = await makeCamp(db, { phase: "sessions", startsAt: ahead() });
  const olu = await makeOrganiser(db, camp);
  const desk = await visitor({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  await be(desk, origin, await deviceOf(db, { personId: olu.personId }));

  await desk.goto(`/e/${camp.slug}/desk/pages/food`);
  await desk.getByLabel(campPage.desk.body).fill("Lunch is in the yard");
  const mark = markOfPage(await readPageNow(db, camp.id, "food"));
  expect((await changePage(db, olu, "food", mark, { body: "Lunch is in the hall" }, new Date())).ok).toBe(
    true,
  );
  await desk.getByRole("button", { name: campPage.desk.keep }).click();
  await expect(desk.getByRole("alert")).toContainText(refusal.changed_meanwhile.what);
  await expect(desk.getByLabel(campPage.desk.body)).toHaveValue("Lunch is in the yard");

  await desk.goto(`/e/${camp.slug}/desk`);
  await db.update(event).set({ phase: "grid" }).where(eq(event.id, camp.id));
  await desk.getByText(words.phase.step.after, { exact: true }).click();
  await desk.getByRole("button", { name: words.phase.go.after }).click();
  await expect(desk.getByRole("alert").first()).toContainText(refusal.changed_meanwhile.what);
});
