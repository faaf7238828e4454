/** An act whose button goes with it: what it did is said in words that stay, and has the keyboard's place. */
import type { Locator } from "@playwright/test";
import { bringPitch } from "#db/pitch.ts";
import { myPitches } from "#messages/en/my-pitches.ts";
import { pitch as words } from "#messages/en/pitch.ts";
import { pitchDesk } from "#messages/en/pitch-desk.ts";
import { ahead } from "#tests/support/camp.ts";
import { deviceOf } from "#tests/support/live.ts";
import { camper, MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { expect, test } from "./fixtures.ts";
import { be } from "./screens.ts";

/** Presses once the page is alive: before that a form goes as a form does, to a page that answers nobody's focus. */
async function press(button: Locator): Promise<void> {
  const isAlive = (element: Element) => Object.keys(element).some((key) => key.startsWith("__reactProps"));
  await expect.poll(() => button.evaluate(isAlive), { timeout: 30_000 }).toBe(true);
  await button.press("Enter");
}

test("hosting, withdrawing and restoring each answer where they were done", async ({ server, visitor }) => {
  const { db, origin } = server;
  const camp = await pitchingCamp(db, "pitching", ahead());
  const [ama, mei, dan] = [
    await camper(db, camp, "Ama"),
    await camper(db, camp, "Mei"),
    await organiser(db, camp),
  ];
  const wish = pitchForm("Plain words for planning", { voice: "wish" });
  const hers = pitchForm("Short videos");
  await bringPitch(db, mei, wish, MORNING);
  await bringPitch(db, ama, hers, new Date(MORNING.getTime() + 1));
  const [phone, desk] = [await visitor({ viewport: { width: 390, height: 844 } }), await visitor()];
  await be(phone, origin, await deviceOf(db, ama));
  await be(desk, origin, await deviceOf(db, { personId: dan.personId }));

  await phone.goto(`/e/${camp.slug}/pitches`);
  await press(phone.getByRole("button", { name: words.list.hostAbout(wish.title) }));
  await expect(phone.locator(":focus")).toHaveText(words.list.did.host);
  const notHost = phone.getByRole("button", { name: words.list.notHostAbout(wish.title) });
  await press(notHost);
  await expect(phone.locator(":focus")).toHaveText(words.list.did.stepBack);

  await desk.goto(`/e/${camp.slug}/desk/pitches`);
  await press(desk.getByRole("button", { name: pitchDesk.about(pitchDesk.withdraw, hers.title) }));
  await expect(desk.locator(":focus")).toContainText(pitchDesk.withdrawn.title(hers.title));
  await expect(phone.getByText(words.crewDid.withdrawn)).toBeVisible();
  await phone.getByRole("link", { name: words.crewDid.see }).click();
  await expect(phone.getByText(myPitches.withdrawnByCrew.back)).toBeVisible();
  await press(phone.getByRole("button", { name: myPitches.restore }));
  await expect(phone.locator(":focus")).toHaveText(myPitches.did.restore);
  await press(phone.getByRole("button", { name: myPitches.withdraw }));
  await expect(phone.locator(":focus")).toHaveText(myPitches.did.withdraw);
});
