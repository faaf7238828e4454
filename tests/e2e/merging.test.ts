/** Two who pitch the same: they agree on their phones, everybody sees one, and the desk makes two of it again. */
import { bringPitch } from "#db/pitch.ts";
import { myPitches } from "#messages/en/my-pitches.ts";
import { pitch as words } from "#messages/en/pitch.ts";
import { pitchMerging } from "#messages/en/pitch-merging.ts";
import { voting } from "#messages/en/voting.ts";
import { ahead } from "#tests/support/camp.ts";
import { deviceOf } from "#tests/support/live.ts";
import { camper, MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { axeFaults } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { handFor } from "./people.ts";
import { be } from "./screens.ts";

const { together } = myPitches;

test("what two hosts agree on is one on every phone, and two again at the desk's word", async ({
  server,
  visitor,
}) => {
  const { db, origin } = server;
  const camp = await pitchingCamp(db, "pitching", ahead());
  const [ama, rhys, ceri] = [
    await camper(db, camp, "Ama"),
    await camper(db, camp, "Rhys"),
    await camper(db, camp, "Ceri"),
  ];
  const hers = pitchForm("Short videos", { line: "With a phone and an hour" });
  const his = pitchForm("Video, short and cheap");
  await bringPitch(db, ama, hers, MORNING);
  await bringPitch(db, rhys, his, new Date(MORNING.getTime() + 1));
  const [phone, script] = [{ viewport: { width: 390, height: 844 } }, { javaScriptEnabled: false }];
  const [hersPhone, hisPhone, ceris] = [
    await visitor(phone),
    await visitor({ ...phone, ...script }),
    await visitor(phone),
  ];
  await be(hersPhone, origin, await deviceOf(db, ama));
  await be(hisPhone, origin, await deviceOf(db, rhys));
  await be(ceris, origin, await deviceOf(db, ceri));

  await ceris.goto(`/e/${camp.slug}/pitches`);
  await handFor(ceris, hers.title).click();
  await handFor(ceris, his.title).click();
  await expect(ceris.getByText("1 hand")).toHaveCount(2);
  await hersPhone.goto(`/e/${camp.slug}/pitches`);
  await hisPhone.goto(`/e/${camp.slug}/me`);
  await hisPhone.getByRole("button", { name: together.askAbout(hers.title) }).click();
  await expect(hisPhone.getByText(together.asked(hers.title))).toBeVisible();

  await hersPhone.getByRole("link", { name: words.list.asked }).click();
  await expect(hersPhone.getByText(together.asksMe(his.title, "Rhys"))).toBeVisible();
  expect(await axeFaults(hersPhone)).toEqual([]);
  await hersPhone.getByRole("button", { name: together.yesAbout(his.title) }).click();
  await expect(hersPhone.getByText(together.holds(his.title, "Rhys"))).toBeVisible();

  await expect(ceris.getByText(words.and(his.title, "Rhys"))).toBeVisible();
  await expect(ceris.getByText(voting.regrouped.one(his.title, hers.title))).toBeVisible();
  await expect(ceris.getByText("1 hand")).toHaveCount(1);
  await handFor(ceris, hers.title).click();
  await expect(ceris.getByText("0 hands")).toBeVisible();
  await handFor(ceris, hers.title).click();
  await expect(ceris.getByText("1 hand")).toBeVisible();

  const desk = await visitor({ viewport: { width: 1440, height: 900 } });
  await be(desk, origin, await deviceOf(db, await organiser(db, camp)));
  await desk.goto(`/e/${camp.slug}/desk/pitches/${hers.id}`);
  await desk.getByText(pitchMerging.part, { exact: true }).first().click();
  await desk.getByLabel(pitchMerging.partReason).fill("One is about phones");
  await desk.getByRole("button", { name: pitchMerging.part }).click();
  await expect(desk.getByText(pitchMerging.parted)).toBeVisible();
  await expect(ceris.getByText(words.and(his.title, "Rhys"))).toHaveCount(0);
  await expect(ceris.getByText(voting.regrouped.apart(his.title, hers.title))).toBeVisible();
  expect(await axeFaults(ceris)).toEqual([]);
  await ceris.getByRole("button", { name: voting.regrouped.dismiss, exact: true }).click();
  await expect(ceris.getByText(voting.regrouped.apart(his.title, hers.title))).toHaveCount(0);
  await expect(ceris.getByText("0 hands")).toBeVisible();

  // What is merged while nobody looks is told of when they look again.
  await ceris.goto("about:blank");
  await desk.goto(`/e/${camp.slug}/desk/pitches`);
  await desk.getByRole("link", { name: pitchMerging.pairs.link }).click();
  await expect(desk.getByRole("heading", { name: pitchMerging.becomes })).toBeVisible();
  expect(await axeFaults(desk)).toEqual([]);
  await desk.getByLabel(pitchMerging.reason).fill("The same after all");
  await desk.getByRole("button", { name: pitchMerging.sure }).click();
  await expect(desk.getByText(pitchMerging.done)).toBeVisible();
  await ceris.goto(`/e/${camp.slug}/pitches`);
  const { one } = voting.regrouped;
  const told = ceris.getByText(one(his.title, hers.title)).or(ceris.getByText(one(hers.title, his.title)));
  await expect(told).toBeVisible();
  await ceris.getByRole("button", { name: voting.regrouped.dismiss, exact: true }).click();
  await ceris.reload();
  await expect(ceris.getByText("Live", { exact: true })).toBeVisible();
  await expect(told).toHaveCount(0);
  await hisPhone.reload();
  await expect(hisPhone.getByText(together.byCrew("The same after all"))).toBeVisible();
});
