/** Stars as phones send them, and that nobody else is ever sent one. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { runKey } from "#domain/run.ts";
import type { Attendee } from "#domain/viewer.ts";
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

let db: Database;
let server: LiveServer;
let camp: PitchingCamp;
let swaps: string;
let ama: Attendee;
let [phone, other, desk] = ["", "", ""];

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  server = await liveServer(db, fresh.url);
});
afterAll(() => server.close());

beforeEach(async () => {
  camp = await pitchingCamp(db, "grid");
  const dan = await organiser(db, camp);
  const form = pitchForm("Job swaps");
  await bringPitchFor(db, dan, form, [], MORNING);
  swaps = form.id;
  await freeze(db, camp.eventId, await gridOf(db, camp, MORNING.getTime()));
  ama = await camper(db, camp, "Ama");
  phone = await deviceOf(db, ama);
  other = await deviceOf(db, await camper(db, camp, "Bo"));
  desk = await deviceOf(db, dan);
});

const ask = async (path: string, cookie: string, method = "GET", headers: Record<string, string> = {}) => {
  const response = await fetch(`${server.origin}/live/${camp.slug}/${path}`, {
    method,
    headers: { cookie, ...headers },
  });
  return { status: response.status, body: await response.json() };
};
const star = (run: string, starred = true, cookie = phone, headers = {}) =>
  ask(`runs/${run}/star`, cookie, starred ? "PUT" : "DELETE", headers);
const TIMES = { castAt: expect.any(Number), now: expect.any(Number) };

test("a star is answered with what stands, as often as it is repeated, in one spelling", async () => {
  for (const starred of [true, true, false, false])
    expect(await star(swaps, starred)).toEqual({ status: 200, body: { run: swaps, starred, ...TIMES } });
  const again = runKey(swaps, 1);
  expect((await star(again.toUpperCase())).body).toMatchObject({ run: again, starred: true });
});

test("a tap that was made before another and came after it changes nothing", async () => {
  await star(swaps, false, phone, { "cast-at": String(MORNING.getTime() + 2000) });
  const late = await star(swaps, true, phone, { "cast-at": String(MORNING.getTime() + 1000) });
  expect(late.body).toMatchObject({ starred: false, castAt: MORNING.getTime() + 2000 });
});

test.each([
  ["of what nothing is called", "not_found", () => star("swaps")],
  ["by nobody", "no_ticket", () => star(swaps, true, "")],
  ["by the crew without a place", "no_ticket", () => star(swaps, true, desk)],
  ["for whoever held this phone before", "no_ticket", () => star(swaps, true, phone, { "sent-for": swaps })],
  ["at no time", "bad_input", () => star(swaps, true, phone, { "cast-at": "noon" })],
])("a star %s is refused in words: %s", async (_, refusal, act) => {
  expect((await act()).body).toMatchObject({ refusal, what: expect.any(String), next: expect.any(String) });
});

test("nobody but its owner is sent a star, whatever they ask for, and it moves nobody’s screen", async () => {
  const version = (await ask("snapshot?audience=phone", other)).body.v;
  await star(swaps);
  expect((await ask("me", phone)).body.stars).toEqual({ [swaps]: true });
  for (const cookie of [other, desk, ""]) expect((await ask("me", cookie)).body.stars).toBe(undefined);
  const audiences = [
    ["phone", other],
    ["phone", phone],
    ["wall", ""],
    ["desk", desk],
  ] as const;
  for (const [audience, cookie] of audiences) {
    const { body } = await ask(`snapshot?audience=${audience}`, cookie);
    const said = JSON.stringify(body);
    expect([audience, body.v]).toEqual([audience, version]);
    expect(said).not.toContain(ama.registrationId);
    // To the desk a sum, to the others nothing.
    if (audience !== "desk") expect(said).not.toContain("stars");
  }
});
