/** A pitch that the crew hides is gone from every open screen at once, and from whatever is asked for afterwards. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { bump } from "#db/live.ts";
import { hidePitch, showPitch } from "#db/pitch/hiding.ts";
import { bringPitch } from "#db/pitch.ts";
import type { Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { deviceOf, type LiveServer, liveServer } from "#tests/support/live.ts";
import {
  camper,
  MORNING,
  organiser,
  type PitchingCamp,
  pitchForm,
  pitchingCamp,
} from "#tests/support/pitching.ts";
import { freeze, gridOf } from "#tests/support/published.ts";
import { TestScreen } from "#tests/support/screen.ts";

const SECRET = /SECRET/;
const form = pitchForm("SECRET title", { line: "SECRET line" });

let db: Database;
let server: LiveServer;
let camp: PitchingCamp;
let dan: Organiser;
let tickets: Record<"stranger" | "camper" | "crew", string | undefined>;

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  server = await liveServer(db, fresh.url);
  camp = await pitchingCamp(db, "grid");
  dan = await organiser(db, camp);
  const [ama, mei] = [await camper(db, camp, "SECRET host"), await camper(db, camp, "Mei")];
  tickets = { stranger: undefined, camper: await deviceOf(db, mei), crew: await deviceOf(db, dan) };
  await bringPitch(db, ama, form, MORNING);
  const grid = await gridOf(db, camp, MORNING.getTime());
  const changes = [{ pitchId: form.id, copy: 0, title: form.title, from: null, to: null }];
  await freeze(db, camp.eventId, { ...grid, changes });
  await bump(db, camp.eventId, ["grid"]);
});
afterAll(() => server.close());

const ASKED = [
  ["stranger", "phone"],
  ["camper", "phone"],
  ["stranger", "wall"],
  ["crew", "desk"],
] as const;

/** What a screen shows, without the messages that said so before. */
const shows = (screen: TestScreen) => SECRET.test(JSON.stringify(screen.known));
const read = async (path: string, cookie?: string) =>
  (await fetch(server.origin + path, { headers: cookie ? { cookie } : {} })).text();
const everything = async () =>
  (
    await Promise.all([
      ...ASKED.map(([who, screen]) => read(`/live/${camp.slug}/snapshot?audience=${screen}`, tickets[who])),
      ...Object.values(tickets).map((cookie) => read(`/live/${camp.slug}/me`, cookie)),
      ...[`/now/${camp.slug}`, `/e/${camp.slug}/plain`].map((path) => read(path)),
    ])
  ).join("\n");

test("every open phone, wall and desk loses it, what is asked for has nothing of it, and all have it again", async () => {
  const screens = await Promise.all(
    ASKED.map(([who, screen]) => TestScreen.open(server.origin, camp.slug, screen, tickets[who])),
  );
  for (const screen of screens) await screen.until(shows);
  expect(await everything()).toMatch(SECRET);
  expect(await hidePitch(db, dan, { pitchId: form.id, reason: "An advert" }, MORNING)).toMatchObject({
    ok: true,
  });
  for (const screen of screens) await screen.until((it) => !shows(it));
  expect(await everything()).not.toMatch(SECRET);
  await showPitch(db, dan, form.id, MORNING);
  for (const screen of screens) await screen.until(shows);
  for (const screen of screens) screen.close();
  expect(await everything()).toMatch(SECRET);
});
