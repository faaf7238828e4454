/** Writing up: kept while it is typed, read by those it is for, copied for work, and a line of it among the best ones. */
import { writeUp as words } from "#messages/en/write-up.ts";
import { deviceOf } from "#tests/support/live.ts";
import { campToWriteAbout } from "#tests/support/write-ups.ts";
import { axeFaults } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { organiserOf } from "./people.ts";

const HOUR = 3_600_000;
const LINE = "Ask people before you build for them.";

test("what somebody writes up stays on their phone until it is saved, is read by those it is for, and among the best lines", async ({
  server,
  visitor,
}) => {
  const begun = new Date(Date.now() - 8 * HOUR);
  const { camp, ama } = await campToWriteAbout(server.db, "after", begun);
  const [name = "", value = ""] = (await deviceOf(server.db, ama)).split("=");
  const phone = await visitor({ viewport: { width: 320, height: 640 } });
  await phone.context().addCookies([{ name, value, url: server.origin }]);
  await phone.goto(`/e/${camp.slug}/me`);
  await phone.getByRole("link", { name: words.link }).click();
  await phone.getByRole("link", { name: "The no_names one" }).click();
  const learned = phone.getByLabel(words.questions.learned);
  await learned.fill(LINE);
  await expect(phone.getByText(words.form.unsaved)).toBeVisible();
  expect(await axeFaults(phone)).toEqual([]);

  // Another tab, as a phone opens that died meanwhile.
  const again = await phone.context().newPage();
  await again.goto(phone.url());
  await expect(again.getByLabel(words.questions.learned)).toHaveValue(LINE);
  await phone.close();
  await again.getByLabel(words.questions.doing).fill("Ring Rhys Pryce");
  await again.getByRole("radio", { name: new RegExp(`^${words.levels.public.label}`) }).check();
  await again.getByLabel(words.form.quote).check();
  await again.getByRole("button", { name: words.form.save }).click();
  await expect(again.getByText("This session goes without names, and one")).toBeVisible();
  await again.getByLabel(words.questions.doing).fill("Ring the planners");
  await again.getByRole("button", { name: words.form.save }).click();
  await expect(again.getByText(words.mine.done.saved, { exact: true })).toBeVisible();
  const saved = again.waitForEvent("download");
  await again.getByRole("link", { name: words.copy.text }).click();
  expect((await saved).suggestedFilename()).toBe(`${words.copy.file(camp.slug)}.txt`);

  const stranger = await visitor({ javaScriptEnabled: false });
  await stranger.goto(`/e/${camp.slug}/learned`);
  await expect(stranger.getByText(LINE)).toBeVisible();
  await expect(stranger.getByText("Owusu")).toHaveCount(0);

  const desk = await organiserOf(server, { ...camp, id: camp.eventId }, visitor);
  await desk.goto(`/e/${camp.slug}/desk`);
  await desk.getByRole("link", { name: words.desk.title, exact: true }).click();
  await desk.locator("summary", { hasText: words.desk.choose }).click();
  await desk.getByRole("button", { name: new RegExp(`^${words.desk.take}.*${LINE}`) }).click();
  await expect(desk.getByText(words.desk.done.chosen)).toBeVisible();
  expect(await axeFaults(desk)).toEqual([]);
  await stranger.goto(`/e/${camp.slug}/20-things`);
  await expect(stranger.getByText(LINE)).toBeVisible();
  await desk.locator("summary", { hasText: words.desk.hide }).click();
  await desk.getByLabel(words.desk.reason).fill("It says who it was");
  await desk.getByRole("button", { name: words.desk.hideNow }).click();
  await expect(desk.getByText(words.desk.done.hidden)).toBeVisible();
  await stranger.reload();
  await expect(stranger.getByText(words.best.none)).toBeVisible();
  await again.goto(`/e/${camp.slug}/write-up`);
  await expect(again.getByText("It says who it was")).toBeVisible();
});
