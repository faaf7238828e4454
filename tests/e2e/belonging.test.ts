/** What does not belong is reported and hidden, with a reason to whoever pitched it; and who hosts it is asked by name. */
import { callPitch } from "#db/pitch/front.ts";
import { bringPitch } from "#db/pitch.ts";
import { desk as deskWords } from "#messages/en/desk.ts";
import { myPitches } from "#messages/en/my-pitches.ts";
import { pitch as words } from "#messages/en/pitch.ts";
import { pitchHosts } from "#messages/en/pitch-hosts.ts";
import { pitchReport } from "#messages/en/pitch-report.ts";
import { ahead } from "#tests/support/camp.ts";
import { deviceOf } from "#tests/support/live.ts";
import { camper, MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { axeFaults } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { be } from "./screens.ts";

const PHONE = { viewport: { width: 390, height: 844 } };

test("what one phone reports and the desk hides is gone everywhere, but for whoever pitched it", async ({
  server,
  visitor,
}) => {
  const { db, origin } = server;
  const camp = await pitchingCamp(db, "pitching", ahead());
  const [ama, ceri] = [await camper(db, camp, "Ama"), await camper(db, camp, "Ceri")];
  const advert = pitchForm("Buy my course on short videos", { line: "Half price until noon" });
  await bringPitch(db, ama, advert, MORNING);
  const dan = await organiser(db, camp);
  await callPitch(db, dan, advert.id, MORNING);
  const [hers, ceris, wall, desk] = [
    await visitor(PHONE),
    await visitor({ ...PHONE, javaScriptEnabled: false }),
    await visitor(),
    await visitor({ viewport: { width: 1440, height: 900 } }),
  ];
  await be(hers, origin, await deviceOf(db, ama));
  await be(ceris, origin, await deviceOf(db, ceri));
  await be(desk, origin, await deviceOf(db, dan));

  await desk.goto(`/e/${camp.slug}/desk`);
  await hers.goto(`/e/${camp.slug}/pitches`);
  await wall.goto(`/e/${camp.slug}/wall`);
  await expect(wall.getByText(advert.title)).toBeVisible();
  await ceris.goto(`/e/${camp.slug}/pitches`);
  await ceris.getByRole("link", { name: words.report }).click();
  await ceris.getByRole("button", { name: pitchReport.send }).click();
  await expect(ceris.getByText(pitchReport.reasonMissing).first()).toBeVisible();
  await ceris.getByLabel(pitchReport.reason).fill("It sells something");
  await ceris.getByRole("button", { name: pitchReport.send }).click();
  await expect(ceris.getByText(pitchReport.done.title)).toBeVisible();

  await expect(desk.getByText(deskWords.today.reported(1))).toBeVisible();
  await desk.getByRole("link", { name: deskWords.today.decide }).click();
  await expect(desk.getByText("It sells something")).toBeVisible();
  expect(await axeFaults(desk)).toEqual([]);
  await desk.getByText(pitchReport.desk.hide, { exact: true }).click();
  await desk.getByLabel(pitchReport.desk.reason).fill("Nothing is sold here");
  await desk.getByRole("button", { name: pitchReport.desk.sure }).click();
  await expect(desk.getByText(pitchReport.desk.done.hide.title)).toBeVisible();
  await expect(wall.getByText(advert.title)).toHaveCount(0);
  await ceris.goto(`/e/${camp.slug}/pitches`);
  await expect(ceris.getByText(advert.title)).toHaveCount(0);

  await expect(hers.getByText(words.crewDid.hidden)).toBeVisible();
  await hers.getByRole("link", { name: words.crewDid.why }).click();
  await expect(hers.getByText(myPitches.hidden.why("Nothing is sold here"))).toBeVisible();
  expect(await axeFaults(hers)).toEqual([]);
  await desk.getByRole("button", { name: pitchReport.desk.showAbout(advert.title) }).click();
  await expect(desk.getByText(pitchReport.desk.done.show.title)).toBeVisible();
  // It was hidden before a word of it was said: it waits to be called.
  await expect(wall.getByText("Ama")).toBeVisible();
  await ceris.reload();
  await expect(ceris.getByText(advert.title).first()).toBeVisible();
});

test("whoever is asked by name to host a pitch says so on their own phone", async ({ server, visitor }) => {
  const { db, origin } = server;
  const camp = await pitchingCamp(db, "pitching", ahead());
  const [ama, mei] = [await camper(db, camp, "Ama Boateng"), await camper(db, camp, "Mei Chen")];
  const wish = pitchForm("Plain words for planning", {
    voice: "wish",
    line: "Nobody understands the letters",
  });
  const hers = pitchForm("Short videos", { line: "With a phone and an hour" });
  await bringPitch(db, mei, wish, MORNING);
  await bringPitch(db, ama, hers, MORNING);
  const [phone, meis] = [await visitor({ ...PHONE, javaScriptEnabled: false }), await visitor(PHONE)];
  await be(phone, origin, await deviceOf(db, ama));
  await be(meis, origin, await deviceOf(db, mei));
  await meis.goto(`/e/${camp.slug}/pitches`);
  await phone.goto(`/e/${camp.slug}/pitches`);
  await phone.getByRole("button", { name: words.list.hostAbout(wish.title) }).click();
  await expect(meis.getByText(words.by("Ama Boateng"))).toHaveCount(2);

  await phone.goto(`/e/${camp.slug}/me`);
  await phone.getByRole("link", { name: myPitches.hosts.link }).click();
  await phone.locator("#whom-beside").fill("mei chen");
  await phone.getByRole("button", { name: pitchHosts.asks.beside.send, exact: true }).click();
  await expect(phone.getByText(myPitches.hosts.asked.beside("mei chen"))).toBeVisible();
  await meis.getByRole("link", { name: words.list.invited }).click();
  await expect(meis.getByText(myPitches.invited.beside("Ama Boateng"))).toBeVisible();
  expect(await axeFaults(meis)).toEqual([]);
  await meis.getByRole("button", { name: myPitches.invited.yesAbout.beside(hers.title) }).click();
  await expect(meis.getByText(myPitches.became.standing)).toBeVisible();
  // The question that was answered is gone, and the button with it: the answer has the keyboard's place.
  await expect(meis.locator(":focus")).toHaveText(myPitches.invited.agreed.beside(hers.title));
  await meis.goto(`/e/${camp.slug}/pitches`);
  await expect(meis.getByText(words.by("Ama Boateng and Mei Chen"))).toBeVisible();
});
