/** The line to pitch, run from one phone and then from another, as the room and its people see it. */
import type { Page } from "@playwright/test";
import { bringPitch } from "#db/pitch.ts";
import { cookieName } from "#domain/cookie.ts";
import { deviceOf } from "#tests/support/live.ts";
import { camper, MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { expect, type TestServer, test, type Visitor } from "./fixtures.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const NAMES = ["Ama", "Bo", "Cleo"];

async function camp(server: TestServer) {
  const { db, origin } = server;
  const there = await pitchingCamp(db);
  const crew = [await organiser(db, there), await organiser(db, there, "Eve")];
  const people = [];
  for (const [n, name] of NAMES.entries()) {
    people.push(await camper(db, there, name));
    await bringPitch(db, people[n]!, pitchForm(`Pitch of ${name}`), new Date(MORNING.getTime() + n));
  }
  /** A browser of somebody, at a page of the camp. */
  const at = async (visitor: Visitor, who: Parameters<typeof deviceOf>[1], page: string, options = {}) => {
    const phone = await visitor({ ...PHONE, ...options });
    const value = (await deviceOf(db, who)).slice(`${cookieName(origin)}=`.length);
    await phone.context().addCookies([{ name: cookieName(origin), value, url: origin }]);
    await phone.goto(`/e/${there.slug}${page}`);
    return phone;
  };
  return { slug: there.slug, crew, people, at };
}

const COMPERE = "/desk/pitches/compere";
const front = (page: Page, name: string) => page.getByRole("heading", { level: 1, name: `Pitch of ${name}` });

/** Presses, and again a moment after somebody else is at the front: by the page's own clock, however slow it is. */
const pressTwice = (button: HTMLElement | SVGElement) =>
  new Promise<void>((resolve) => {
    const title = () => document.querySelector("h1")?.textContent;
    const before = title();
    const changed = new MutationObserver(() => {
      if (title() === before) return;
      changed.disconnect();
      setTimeout(() => {
        (button as HTMLElement).click();
        resolve();
      }, 300);
    });
    changed.observe(document.body, { subtree: true, childList: true, characterData: true });
    (button as HTMLElement).click();
  });

test("another phone takes over where the first one stopped, and the wall and everybody’s own place follow", async ({
  server,
  visitor,
}) => {
  const { slug, crew, people, at } = await camp(server);
  const allow = [/ERR_INTERNET_DISCONNECTED/];
  const [dan, eve] = [await at(visitor, crew[0]!, COMPERE), await at(visitor, crew[1]!, COMPERE, { allow })];
  const bo = await at(visitor, people[1]!, "/now");
  const wall = await visitor({ viewport: { width: 1280, height: 720 } });
  await wall.goto(`/e/${slug}/wall`);
  await expect(bo.getByText("You’re 2nd in the line to pitch.")).toBeVisible();

  await dan.getByRole("button", { name: "Call the next one" }).click();
  for (const page of [dan, eve, wall]) await expect(front(page, "Ama")).toBeVisible();
  await expect(wall.getByRole("timer")).toHaveAccessibleName(/seconds left/);
  await expect(bo.getByText("You’re next.")).toBeVisible();

  await expect(eve.getByText("Last step: Dan")).toBeVisible();
  // A thumb that comes down twice within a moment ends nobody's turn.
  const done = eve.getByRole("button", { name: "Done, next" });
  await expect(done).toBeEnabled();
  await done.evaluate(pressTwice);
  for (const page of [dan, eve, wall]) await expect(front(page, "Bo")).toBeVisible();
  await expect(bo.getByText("It’s your turn.")).toBeVisible();

  await eve.getByRole("button", { name: "Not here" }).click();
  await expect(eve.getByText("Saved: not here, number 1 in the line now.")).toBeVisible();
  await expect(front(wall, "Cleo")).toBeVisible();
  await bo.getByRole("button", { name: "I’m here" }).click();
  await expect(bo.getByText("You’re next.")).toBeVisible();
  await eve.getByRole("button", { name: "Undo" }).click();
  for (const page of [dan, eve, wall]) await expect(front(page, "Bo")).toBeVisible();
  // The button went with what it did.
  await expect(eve.locator("h1")).toBeFocused();

  await eve.context().setOffline(true);
  await done.click();
  await expect(eve.getByText("Not saved: this phone has no network.")).toBeVisible();
  await dan.getByRole("button", { name: "Done, next" }).click();
  await expect(front(wall, "Cleo")).toBeVisible();
  await eve.context().setOffline(false);
  await expect(front(eve, "Cleo")).toBeVisible({ timeout: 30_000 });
  await expect(eve.getByText("Not saved, and the line has moved on since.")).toBeVisible();
});

test("without a script the line is run all the same", async ({ server, visitor }) => {
  const { crew, at } = await camp(server);
  const page = await at(visitor, crew[0]!, COMPERE, { javaScriptEnabled: false });
  await page.getByRole("button", { name: "Call the next one" }).click();
  await expect(front(page, "Ama")).toBeVisible();
  await page.getByRole("button", { name: "Hold" }).click();
  await expect(front(page, "Bo")).toBeVisible();
  await expect(page.getByText("Saved: held, number 2 in the line now.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(front(page, "Ama")).toBeVisible();
  await page.getByText("Pitch of Cleo").click();
  await page.getByRole("button", { name: "Up: Pitch of Cleo" }).click();
  await expect(page.getByText("Saved: number 1 of 2 now.")).toBeVisible();
});
