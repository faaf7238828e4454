/** Pages that everybody gets: nothing of anybody is in them, and what is somebody's own is drawn over without moving anything. */
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { expectPeople } from "#db/card.ts";
import { bringPitch, bringPitchFor, listPitches } from "#db/pitch.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { hand } from "#db/schema/voting.ts";
import { raiseHands } from "#db/voting.ts";
import { voting } from "#messages/en/voting.ts";
import { ahead, makeCamp } from "#tests/support/camp.ts";
import { deviceOf } from "#tests/support/live.ts";
import {
  camper,
  MORNING,
  organiser,
  type PitchingCamp,
  pitchForm,
  pitchingCamp,
} from "#tests/support/pitching.ts";
import { expect, type TestServer, test } from "./fixtures.ts";
import { be, hold, watchShifts } from "./screens.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
/** The question who somebody is. */
const ME = "**/live/*/me";
const PAGES = [
  "",
  "/register",
  "/now",
  "/pitches",
  "/grid",
  "/day",
  "/rooms/A",
  "/changes",
  "/about",
  "/about/conduct",
  "/fairness",
  "/feeds",
  "/wall",
];

async function pitched(server: TestServer, ...titles: string[]) {
  const camp = await pitchingCamp(server.db);
  const dan = await organiser(server.db, camp);
  for (const title of titles) await bringPitchFor(server.db, dan, pitchForm(title), ["Rhys"], MORNING);
  const ama = await camper(server.db, camp, "Ama");
  return { camp, dan, ama, cookie: await deviceOf(server.db, ama) };
}

const handFor = (page: Page, title: string) =>
  page
    .getByRole("listitem")
    .filter({ hasText: title })
    .getByRole("button", { name: /I’d come/ });

/** A camp that holds a secret of every kind. */
async function campOfSecrets({ db }: TestServer): Promise<{ camp: PitchingCamp; cookies: string[] }> {
  const camp = await pitchingCamp(db);
  const dan = await organiser(db, camp, "SECRET organiser");
  const ama = await camper(db, camp, "SECRET camper");
  await db
    .update(registration)
    .set({ email: "secret@example.org", access: "SECRET needs", organisation: "SECRET office" })
    .where(eq(registration.id, ama.registrationId));
  await bringPitchFor(db, dan, pitchForm("Everybody may read this"), ["Rhys"], MORNING);
  const unlisted = pitchForm("SECRET title", { line: "SECRET line", noteLevel: "unlisted" });
  await bringPitch(db, ama, unlisted, MORNING);
  const [listed] = (await listPitches(db, camp.eventId)).filter(({ title }) => title !== "SECRET title");
  await raiseHands(db, [{ attendee: ama, pitchId: listed!.id, up: true, castAt: MORNING }], MORNING);
  await expectPeople(db, dan, { pitchId: listed!.id, expected: 4321 }, MORNING);
  return { camp, cookies: ["", await deviceOf(db, ama), await deviceOf(db, dan)] };
}

test("nothing of a camper or of the crew is in a page that everybody gets, which is the same for all of them", async ({
  server,
}) => {
  const { camp, cookies } = await campOfSecrets(server);
  const paths = ["/", ...PAGES.map((page) => `/e/${camp.slug}${page}`)];
  for (const path of paths)
    for (const headers of [{}, { rsc: "1" }]) {
      const texts = await Promise.all(
        cookies.map(async (cookie) => {
          const answer = await fetch(server.origin + path, { headers: { ...headers, cookie } });
          expect(answer.status).toBe(200);
          expect(answer.headers.get("set-cookie")).toBe(null);
          return answer.text();
        }),
      );
      expect(new Set(texts).size).toBe(1);
      expect(texts[0]).not.toMatch(/SECRET|secret@|4321/);
    }
  const pitches = await (await fetch(`${server.origin}/e/${camp.slug}/pitches`)).text();
  expect(pitches).toContain("Everybody may read this");
});

test("a camper’s hands and place are drawn over the page, and nothing moves", async ({ server, visitor }) => {
  const { camp, ama, cookie } = await pitched(server, "Job swaps", "Maps for everybody", "Gritting");
  const [first] = await listPitches(server.db, camp.eventId);
  await bringPitch(server.db, ama, pitchForm("Hers", { voice: "with_me" }), MORNING);
  await raiseHands(server.db, [{ attendee: ama, pitchId: first!.id, up: true, castAt: MORNING }], MORNING);
  const page = await visitor(PHONE);
  await be(page, server.origin, cookie);
  const go = await hold(page, ME);
  await page.goto(`/e/${camp.slug}/pitches`);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await expect(handFor(page, "Job swaps")).toHaveAttribute("aria-pressed", "false");
  await page.evaluate(() => document.fonts.ready);
  const jumped = await watchShifts(page);
  go();
  await expect(handFor(page, "Job swaps")).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText("Yours", { exact: true })).toBeVisible();
  expect(await jumped()).toBe(0);
});

test("a tap before it is known who taps is shown at once, and counted once", async ({ server, visitor }) => {
  const { camp, ama, cookie } = await pitched(server, "Job swaps");
  const page = await visitor(PHONE);
  await be(page, server.origin, cookie);
  const go = await hold(page, ME);
  await page.goto(`/e/${camp.slug}/pitches`);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await handFor(page, "Job swaps").click();
  await expect(handFor(page, "Job swaps")).toHaveAttribute("aria-pressed", "true");
  const count = () => server.db.$count(hand, eq(hand.registrationId, ama.registrationId));
  expect(await count()).toBe(0);
  go();
  await expect.poll(count).toBe(1);
  await expect(handFor(page, "Job swaps")).toHaveAttribute("aria-pressed", "true");
});

test("a tap before the page’s scripts have come is shown with a word, and counted once they have", async ({
  server,
  visitor,
}) => {
  const { camp, ama, cookie } = await pitched(server, "Job swaps", "Maps for everybody");
  const page = await visitor(PHONE);
  await be(page, server.origin, cookie);
  const go = await hold(page, "**/_next/static/**/*.js");
  await page.goto(`/e/${camp.slug}/pitches`, { waitUntil: "commit" });
  const before = await handFor(page, "Maps for everybody").boundingBox();
  await handFor(page, "Job swaps").click();
  await expect(handFor(page, "Job swaps")).toHaveAttribute("aria-pressed", "true");
  // Nothing but attributes may change before the framework has seen the page, so the word is the style's.
  const beside = () =>
    handFor(page, "Job swaps").evaluate((it) => getComputedStyle(it.nextElementSibling!, "::after").content);
  expect(await beside()).toBe('"Sends once loaded"');
  for (const _twice of [1, 2]) await handFor(page, "Maps for everybody").click();
  await expect(handFor(page, "Maps for everybody")).toHaveAttribute("aria-pressed", "false");
  expect(await handFor(page, "Maps for everybody").boundingBox()).toEqual(before);
  go();
  const hands = () =>
    server.db
      .select({ title: pitch.title, up: hand.up })
      .from(hand)
      .innerJoin(pitch, eq(pitch.id, hand.pitchId))
      .where(eq(hand.registrationId, ama.registrationId));
  await expect.poll(hands).toEqual([{ title: "Job swaps", up: true }]);
  await expect(handFor(page, "Job swaps")).toHaveAttribute("aria-pressed", "true");
  expect(await beside()).toBe("none");
  await handFor(page, "Job swaps").click();
  await expect.poll(hands).toEqual([{ title: "Job swaps", up: false }]);
});

test("a page whose scripts are lost on the way stays, and takes what was tapped once they have come", async ({
  server,
  visitor,
}) => {
  const { camp, ama, cookie } = await pitched(server, "Job swaps");
  const page = await visitor({ ...PHONE, allow: [/Failed to load resource/] });
  await be(page, server.origin, cookie);
  const asked = new Map<string, number>();
  await page.route("**/_next/static/**/*.js", async (route) => {
    const url = route.request().url();
    asked.set(url, (asked.get(url) ?? 0) + 1);
    // Once the page can be read; and three times, which is more often than the framework asks by itself.
    await handFor(page, "Job swaps").waitFor();
    await (asked.get(url)! > 3 ? route.continue() : route.abort());
  });
  await page.goto(`/e/${camp.slug}/pitches`, { waitUntil: "commit" });
  await handFor(page, "Job swaps").click();
  const count = () => server.db.$count(hand, eq(hand.registrationId, ama.registrationId));
  await expect.poll(count, { timeout: 60_000 }).toBe(1);
  await expect(handFor(page, "Job swaps")).toHaveAttribute("aria-pressed", "true");
});

test("a stranger who taps is told who may, and nothing moves under the thumb", async ({
  server,
  visitor,
}) => {
  const { camp } = await pitched(server, "Job swaps", "Maps for everybody");
  const page = await visitor(PHONE);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`/e/${camp.slug}/pitches`);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const before = await handFor(page, "Job swaps").boundingBox();
  await handFor(page, "Job swaps").click();
  await expect(page.getByText("That wasn’t saved. Hands and stars are for people")).toBeVisible();
  await expect(handFor(page, "Job swaps")).toHaveAttribute("aria-pressed", "false");
  expect(await handFor(page, "Job swaps").boundingBox()).toEqual(before);
  // Whoever brings no cookie is nobody, and need not ask.
  expect(asked.filter((path) => path.endsWith("/me"))).toEqual([]);
});

test("whoever has registered finds the way to their own page where others find the form", async ({
  server,
  visitor,
}) => {
  const made = await makeCamp(server.db, { startsAt: ahead() });
  const camp = { ...made, eventId: made.id };
  const cookie = await deviceOf(server.db, await camper(server.db, camp, "Ama"));
  const page = await visitor(PHONE);
  await page.goto(`/e/${camp.slug}`);
  await expect(page.getByRole("link", { name: "Register", exact: true })).toBeVisible();
  await be(page, server.origin, cookie);
  const go = await hold(page, ME);
  await page.goto(`/e/${camp.slug}`);
  await expect(page.getByRole("link", { name: "Register", exact: true })).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  const jumped = await watchShifts(page);
  go();
  await expect(page.getByRole("link", { name: "Your registration" })).toHaveCount(2);
  expect(await jumped()).toBe(0);
  await expect(page.getByRole("link", { name: "The desk" })).toHaveCount(0);

  const desk = await visitor(PHONE);
  await be(desk, server.origin, await deviceOf(server.db, await organiser(server.db, camp)));
  await desk.goto(`/e/${camp.slug}`);
  await expect(desk.getByRole("link", { name: "The desk" })).toBeVisible();
});

test("without a script the pages are read, a form in them works, and one’s own page is a link away", async ({
  server,
  visitor,
}) => {
  const { camp, cookie } = await pitched(server, "Job swaps");
  const rhys = await camper(server.db, camp, "Rhys");
  await bringPitch(server.db, rhys, pitchForm("Maps for everybody", { voice: "with_me" }), MORNING);
  const page = await visitor({ ...PHONE, javaScriptEnabled: false });
  await be(page, server.origin, cookie);
  await page.goto(`/e/${camp.slug}/pitches`);
  await expect(page.getByText(voting.noScript)).toBeVisible();
  await expect(page.getByRole("button", { name: voting.come })).toHaveCount(0);
  await page.getByRole("button", { name: "I’ll stand with them" }).click();
  await expect(page.getByText("with Rhys and Ama")).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "Me" }).click();
  await expect(page.getByRole("heading", { name: "Maps for everybody" })).toBeVisible();
});

test("going back on a phone that was handed on shows nobody’s own page but theirs", async ({
  server,
  visitor,
}) => {
  const { camp, cookie } = await pitched(server, "Job swaps");
  const page = await visitor(PHONE);
  await be(page, server.origin, cookie);
  await page.goto(`/e/${camp.slug}/me`);
  await expect(page.getByRole("heading", { name: /Ama/ })).toBeVisible();
  const tabs = page.getByRole("navigation");
  await tabs.getByRole("link", { name: "Pitches" }).click();
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await be(page, server.origin, await deviceOf(server.db, await camper(server.db, camp, "Ben")));
  const anew = page.waitForEvent("load");
  // As when it comes back out of the browser’s own cache, which a browser that is driven has not.
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await anew;
  await page.goBack();
  await expect(page.getByRole("heading", { name: /Ben/ })).toBeVisible();
  await expect(page.getByText("Ama")).toHaveCount(0);
});
