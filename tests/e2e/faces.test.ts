/** Every page of the camp, in both themes and at the smallest sizes: nothing unreadable, nothing cut off. */
import type { Page } from "@playwright/test";
import { bringPitchFor } from "#db/pitch.ts";
import { makeEventful } from "#tests/support/eventful.ts";
import { deviceOf } from "#tests/support/live.ts";
import { listsOfCamps, makeManyCamps } from "#tests/support/many-camps.ts";
import { camper, MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { publishedCamp } from "#tests/support/published.ts";
import { axeFaults } from "./axe.ts";
import { expect, type TestServer, test } from "./fixtures.ts";
import { type Screen, show } from "./screens.ts";

const READERS = ["a stranger", "a camper", "the hall", "the crew"] as const;

/** Each page in a phase in which it has something to say. */
async function pagesOf(server: TestServer): Promise<Record<(typeof READERS)[number], Screen[]>> {
  const sessions = await publishedCamp(server.db, new Date());
  const [tickets, doors] = [await pitchingCamp(server.db, "tickets"), await pitchingCamp(server.db, "doors")];
  const pitching = await pitchingCamp(server.db);
  const dan = await organiser(server.db, pitching);
  const long = "How do you brief a nervous chief executive about something that is none of their business?";
  const wish = pitchForm(long, { voice: "with_me", noteLevel: "no_names", kind: "went_wrong" });
  await bringPitchFor(server.db, dan, wish, ["Ama", "Rhys"], MORNING);
  await bringPitchFor(server.db, dan, pitchForm("Weeknotes", { line: "Bring one." }), [], MORNING);
  const hers = await camper(server.db, pitching, "Priya");
  const { mine, alike } = await makeEventful(
    server.db,
    { ...pitching, organiser: dan, camper: hers },
    "Job swaps",
  );
  const priya = await deviceOf(server.db, hers);
  const crew = await deviceOf(server.db, dan);
  const as = (cookie: string | null) => (path: string) => ({ path, cookie });
  const at = ({ slug }: { slug: string }, page = "") => `/e/${slug}${page}`;
  const open = [
    "/",
    "/sign-in",
    at(tickets),
    at(tickets, "/now"),
    at(doors, "/pitches"),
    at(pitching, "/me"),
    at(pitching, "/badge"),
  ];
  const own = ["now", "pitches", "pitch", "grid", "me", `pitch/${mine}/hosts`, `pitch/${alike}/report`].map(
    (page) => at(pitching, `/${page}`),
  );
  const desk = [
    at(pitching, "/desk/pitches"),
    at(pitching, "/desk/pitches/compere"),
    at(pitching, "/desk/pitches/reported"),
    at(pitching, `/desk/pitches/${mine}`),
    at(pitching, `/desk/pitches/${mine}/merge?with=${alike}`),
    at(pitching, "/desk/announcements"),
    at(pitching, "/desk/people/equality"),
    at(pitching, "/desk/crew"),
    at(pitching, "/desk/mail"),
    at(pitching, "/desk/mail/words/offered"),
    at(pitching, "/desk/people/import"),
    "/devices",
  ];
  return {
    "a stranger": [...open, at(sessions, "/now"), at(sessions, "/grid"), `/now/${sessions.slug}`].map(
      as(null),
    ),
    "a camper": own.map(as(priya)),
    "the hall": [tickets, doors, pitching, sessions].map((camp) => at(camp, "/wall")).map(as(null)),
    "the crew": desk.map(as(crew)),
  };
}

const SMALL = [
  { width: 320, height: 640 },
  // A laptop at 200 %.
  { width: 640, height: 360 },
];

async function look(page: Page, server: TestServer, screens: readonly Screen[]): Promise<void> {
  for (const seen of screens) {
    await page.setViewportSize({ width: 390, height: 844 });
    await show(page, server, seen);
    expect.soft(await axeFaults(page), seen.path).toEqual([]);
    for (const size of SMALL) {
      await page.setViewportSize(size);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(over, `${seen.path} at ${size.width} px`).toBeLessThanOrEqual(0);
    }
  }
}

for (const reader of READERS)
  test(`axe finds nothing to say in either theme, and nothing is wider than a small screen, for ${reader}`, async ({
    server,
    visitor,
  }) => {
    await look(await visitor(), server, (await pagesOf(server))[reader]);
  });

test("nor on the lists of many camps", async ({ server, visitor }) => {
  await makeManyCamps(server.db, 200);
  const lists = await listsOfCamps(server.db);
  await look(
    await visitor(),
    server,
    lists.map((path) => ({ path, cookie: null })),
  );
});
