/** What a conference app is answered, from the database to the file. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { GET as getJson } from "#app/e/[event]/schedule.json/route.ts";
import { GET as getXml } from "#app/e/[event]/schedule.xml/route.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { hidePitch } from "#db/pitch/hiding.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { freeze, gridOf } from "#tests/support/published.ts";
import { faultsOfJson, faultsOfXml } from "#tests/support/schedule/check.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => undefined }),
  headers: async () => new Headers(),
}));

let db: Database;
beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
});
afterAll(closeDatabase);

test("has every session of the grid, and not a word of what is not listed or was hidden", async () => {
  const camp = await pitchingCamp(db);
  const dan = await organiser(db, camp);
  const bring = async (title: string, host: string, noteLevel: "open" | "unlisted" = "open") => {
    const form = pitchForm(title, { noteLevel });
    await bringPitchFor(db, dan, form, [host], MORNING);
    return form;
  };
  await bring("Job swaps", "Ama");
  const hidden = await bring("SECRET advert", "SECRET Zed");
  await bring("SECRET session", "SECRET Mei", "unlisted");
  const place = { params: Promise.resolve({ event: camp.slug }) };
  expect(await faultsOfXml(await (await getXml(new Request("http://x"), place)).text())).toEqual([]);
  await freeze(db, camp.eventId, await gridOf(db, camp, MORNING.getTime()));
  await hidePitch(db, dan, { pitchId: hidden.id, reason: "An advert" }, MORNING);

  const [xml, json] = [
    await getXml(new Request("http://x"), place),
    await getJson(new Request("http://x"), place),
  ];
  expect(
    [xml, json].map(({ headers }) => [
      headers.get("content-type"),
      headers.get("access-control-allow-origin"),
    ]),
  ).toEqual([
    ["application/xml; charset=utf-8", "*"],
    ["application/json; charset=utf-8", "*"],
  ]);
  const [file, schedule] = [await xml.text(), await json.json()];
  expect([await faultsOfXml(file), faultsOfJson(schedule)]).toEqual([[], []]);
  expect(file + JSON.stringify(schedule)).not.toContain("SECRET");
  const rooms: Record<string, { title: string }[]> = schedule.schedule.conference.days[0].rooms;
  const titles = Object.values(rooms).flatMap((events) => events.map(({ title }) => title));
  expect(titles.sort()).toEqual(["A session for people at the camp", "Job swaps"]);
});
