/** Every page of the camp, in both themes and at the smallest sizes: nothing unreadable, nothing cut off. */
import { bringPitchFor } from "#db/pitch.ts";
import { deviceOf } from "#tests/support/live.ts";
import { camper, MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { publishedCamp } from "#tests/support/published.ts";
import { axeFaults } from "./axe.ts";
import { expect, type TestServer, test } from "./fixtures.ts";
import { type Screen, show } from "./screens.ts";

/** Each page in a phase in which it has something to say. */
async function pagesOf(server: TestServer): Promise<Screen[]> {
  const sessions = await publishedCamp(server.db, new Date());
  const [tickets, doors] = [await pitchingCamp(server.db, "tickets"), await pitchingCamp(server.db, "doors")];
  const pitching = await pitchingCamp(server.db);
  const dan = await organiser(server.db, pitching);
  const long = "How do you brief a nervous chief executive about something that is none of their business?";
  const wish = pitchForm(long, { voice: "with_me", noteLevel: "no_names", kind: "went_wrong" });
  await bringPitchFor(server.db, dan, wish, ["Ama", "Rhys"], MORNING);
  await bringPitchFor(server.db, dan, pitchForm("Weeknotes", { line: "Bring one." }), [], MORNING);
  const priya = await deviceOf(server.db, await camper(server.db, pitching, "Priya"));
  const crew = await deviceOf(server.db, dan);
  const own = (path: string) => ({ path: `/e/${pitching.slug}/${path}`, cookie: priya });
  const open = (path: string) => ({ path, cookie: null });
  return [
    open("/"),
    open(`/e/${tickets.slug}`),
    open(`/e/${tickets.slug}/now`),
    open(`/e/${doors.slug}/pitches`),
    ...["now", "pitches", "pitch", "grid", "me"].map(own),
    open(`/e/${pitching.slug}/me`),
    open(`/e/${sessions.slug}/now`),
    open(`/e/${sessions.slug}/grid`),
    ...[tickets, doors, pitching, sessions].map(({ slug }) => open(`/e/${slug}/wall`)),
    open(`/now/${sessions.slug}`),
    ...[`/e/${pitching.slug}/desk/pitches`, `/e/${pitching.slug}/desk/crew`, "/devices"].map((path) => ({
      path,
      cookie: crew,
    })),
    open("/sign-in"),
  ];
}

const SMALL = [
  { width: 320, height: 640 },
  // A laptop at 200 %.
  { width: 640, height: 360 },
];

test("axe finds nothing to say in either theme, and nothing is wider than a small screen", async ({
  server,
  visitor,
}) => {
  const page = await visitor();
  for (const seen of await pagesOf(server)) {
    await page.setViewportSize({ width: 390, height: 844 });
    await show(page, server, seen);
    expect.soft(await axeFaults(page), seen.path).toEqual([]);
    for (const size of SMALL) {
      await page.setViewportSize(size);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(over, `${seen.path} at ${size.width} px`).toBeLessThanOrEqual(0);
    }
  }
});
