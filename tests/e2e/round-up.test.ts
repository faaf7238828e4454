/** A round-up: a link is brought from a phone without a script, read by everybody, reported, and hidden at the desk. */
import { roundUp as words } from "#messages/en/round-up.ts";
import { ahead } from "#tests/support/camp.ts";
import { deviceOf } from "#tests/support/live.ts";
import { camper, organiser, pitchingCamp } from "#tests/support/pitching.ts";
import { axeFaults } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { be } from "./screens.ts";

test("a link is added on a phone without a script, followed by feed readers, reported and hidden", async ({
  server: { db, origin },
  visitor,
}) => {
  const camp = await pitchingCamp(db, "after", ahead());
  const [ama, mei, dan] = [
    await camper(db, camp, "Ama"),
    await camper(db, camp, "Mei"),
    await organiser(db, camp),
  ];
  const page = `/e/${camp.slug}/round-up`;
  const stranger = await visitor({ viewport: { width: 320, height: 640 } });
  await stranger.goto(page);
  await expect(stranger.getByText(words.none.title)).toBeVisible();

  const phone = await visitor({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  await be(phone, origin, await deviceOf(db, ama));
  await phone.goto(page);
  await phone.getByRole("link", { name: words.add }).click();
  await phone.getByLabel(words.form.url).fill("http://10.0.0.1/notes");
  await phone.getByLabel(words.form.name).fill("What I took home");
  await phone.getByRole("button", { name: words.form.send }).click();
  await expect(phone.getByText(words.form.urlWrong).first()).toBeVisible();
  await expect(phone.getByLabel(words.form.name)).toHaveValue("What I took home");
  await phone.getByLabel(words.form.url).fill("https://example.org/tea?a=1&b=2");
  await phone.getByRole("button", { name: words.form.send }).click();
  await expect(phone.getByText(words.done.added)).toBeVisible();

  await stranger.reload();
  await expect(stranger.getByRole("link", { name: "What I took home" })).toHaveAttribute(
    "href",
    "https://example.org/tea?a=1&b=2",
  );
  expect(await axeFaults(stranger)).toEqual([]);
  for (const form of ["atom", "rss", "txt"]) {
    const answer = await stranger.request.get(`${page}.${form}`);
    expect([form, answer.status(), (await answer.text()).includes("What I took home")]).toEqual([
      form,
      200,
      true,
    ]);
  }

  await be(stranger, origin, await deviceOf(db, mei));
  await stranger.goto(page);
  await stranger.getByRole("link", { name: /belong here.*What I took home/ }).click();
  await stranger.getByLabel(words.reporting.reason).fill("It sells something");
  await stranger.getByRole("button", { name: words.reporting.send }).click();
  await expect(stranger.getByText(words.done.reportedNext)).toBeVisible();

  const desk = await visitor();
  await be(desk, origin, await deviceOf(db, dan));
  await desk.goto(`/e/${camp.slug}/desk/round-up`);
  await expect(desk.getByText("It sells something")).toBeVisible();
  expect(await axeFaults(desk)).toEqual([]);
  await desk.getByRole("button", { name: /^Hide.*What I took home/ }).click();
  await expect(desk.getByText(words.desk.done.hide)).toBeVisible();
  await stranger.goto(page);
  await expect(stranger.getByText(words.none.title)).toBeVisible();
  await phone.goto(page);
  await expect(phone.getByText(words.own.hidden)).toBeVisible();
  await phone.getByRole("button", { name: /^Take it out.*What I took home/ }).click();
  await expect(phone.getByText(words.done.out)).toBeVisible();
});
