import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { bump } from "#db/live.ts";
import { withdrawPitch } from "#db/pitch/withdrawal.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { event } from "#db/schema/event.ts";
import { pitch as pitchTable } from "#db/schema/pitch.ts";
import { hand } from "#db/schema/voting.ts";
import { expectHands } from "#db/uncounted.ts";
import { closeHands } from "#db/voting/closing.ts";
import { LONGEST } from "#domain/limits.ts";
import type { Attendee } from "#domain/viewer.ts";
import { FLUSH_MS } from "#live/broadcast.ts";
import type { Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { deviceOf, type LiveServer, liveServer, tap } from "#tests/support/live.ts";
import {
  camper,
  MORNING,
  organiser,
  type PitchingCamp,
  pitchForm,
  pitchingCamp,
} from "#tests/support/pitching.ts";
import { TestScreen } from "#tests/support/screen.ts";

let db: Database;
let url: string;
let server: LiveServer;
let camp: PitchingCamp;
let dan: Organiser;
let pitch: string;
let ama: Attendee;
let phone: string;
let screens: TestScreen[] = [];

beforeAll(async () => {
  ({ db, url } = await freshDatabase());
  server = await liveServer(db, url);
});
afterAll(() => server.close());

beforeEach(async () => {
  camp = await pitchingCamp(db);
  dan = await organiser(db, camp);
  ama = await camper(db, camp, "Ama");
  phone = await deviceOf(db, ama);
  pitch = await pitched("Job swaps");
});
afterEach(() => {
  for (const screen of screens) screen.close();
  screens = [];
});

async function pitched(title: string): Promise<string> {
  const form = pitchForm(title);
  await bringPitchFor(db, dan, form, [], MORNING);
  return form.id;
}

async function open(audience: string, cookie?: string, at = server): Promise<TestScreen> {
  const screen = await TestScreen.open(at.origin, camp.slug, audience, cookie);
  screens.push(screen);
  await screen.until(({ known }) => known !== null);
  return screen;
}

describe("a stream", () => {
  test("says everything first, and nothing on the way may hold it back", async () => {
    const screen = await open("phone", phone);
    expect(screen.known).toMatchObject({ event: { slug: camp.slug }, pitches: [{ id: pitch }], hands: {} });
    expect(screen.headers).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    });
  });

  test("brings a hand to every kind of screen, as a count and not as a step", async () => {
    const all = await Promise.all([
      open("phone", phone),
      open("wall"),
      open("desk", await deviceOf(db, dan)),
    ]);
    await tap(server.origin, phone, camp.slug, pitch);
    await Promise.all(all.map((screen) => screen.hands(pitch, 1)));
    await tap(server.origin, phone, camp.slug, pitch, { up: false });
    await Promise.all(all.map((screen) => screen.hands(pitch, 0)));
    const counts = all.flatMap(({ messages }) => messages.slice(1).map(({ hands }) => hands?.[pitch]));
    expect(counts.every((count) => count === 0 || count === 1)).toBe(true);
  });

  test("brings a pitch, a withdrawal and a phase whole", async () => {
    const screen = await open("wall");
    const maps = await pitched("Maps");
    await screen.until(({ known }) => known?.pitches.length === 2);
    await withdrawPitch(db, dan, maps, MORNING);
    await screen.until(({ known }) => known?.pitches.length === 1);
    await db.update(event).set({ phase: "grid" }).where(eq(event.id, camp.eventId));
    await bump(db, camp.eventId, ["event"]);
    await screen.until(({ known }) => known?.event.phase === "grid");
  });

  test("tells a phone of a burst in a few messages, the first at once", async () => {
    const screen = await open("phone", phone);
    const people = await Promise.all(
      Array.from({ length: 40 }, async (_, n) => deviceOf(db, await camper(db, camp, `P${n}`))),
    );
    const start = performance.now();
    const burst = people.map(async (cookie, n) => {
      await sleep(n * 10);
      await tap(server.origin, cookie, camp.slug, pitch);
    });
    await Promise.all(burst);
    await screen.hands(pitch, 40);
    expect(screen.messages[1]?.hands?.[pitch]).toBeLessThan(40);
    const most = 3 + (performance.now() - start) / FLUSH_MS.phone;
    expect(screen.messages.length).toBeLessThanOrEqual(most);
  });

  test("tells nobody but the crew who waits, and nobody at all of nothing", async () => {
    const wall = await open("wall");
    const desk = await open("desk", await deviceOf(db, dan));
    await bump(db, camp.eventId, ["people"]);
    await desk.until(({ messages }) => messages.length === 2);
    await tap(server.origin, phone, camp.slug, pitch);
    await wall.hands(pitch, 1);
    expect(wall.messages).toHaveLength(2);
  });

  test("shows and hides the counts of everybody when the organisers change their mind", async () => {
    await tap(server.origin, phone, camp.slug, pitch);
    const screen = await open("phone", phone);
    await screen.hands(pitch, 1);
    for (const tally of ["hidden", "shown"] as const) {
      await db.update(event).set({ tally }).where(eq(event.id, camp.eventId));
      await bump(db, camp.eventId, ["event"]);
      await screen.until(({ known }) => (known?.hands === null) === (tally === "hidden"));
    }
    await screen.hands(pitch, 1);
  });

  test("shows nobody, a desk neither, counts that are kept until hands are closed, and then everybody", async () => {
    await db.update(event).set({ tally: "after_closed" }).where(eq(event.id, camp.eventId));
    const desk = await open("desk", await deviceOf(db, dan));
    const screen = await open("phone", phone);
    await tap(server.origin, phone, camp.slug, pitch);
    await desk.until(({ messages }) => messages.length > 1);
    for (const { messages } of [desk, screen]) expect(JSON.stringify(messages)).not.toContain(`"${pitch}":1`);
    await closeHands(db, dan, true, new Date());
    await desk.hands(pitch, 1);
    await screen.hands(pitch, 1);
  });

  test.each([
    ["a desk for a camper", () => ["desk", phone]],
    ["a desk for a stranger", () => ["desk", undefined]],
  ] as const)("%s is for whoever signs in", async (_, given) => {
    const [audience, cookie] = given() as [string, string | undefined];
    await expect(TestScreen.open(server.origin, camp.slug, audience, cookie)).rejects.toThrow("401");
  });

  test("of a draft is its crew's alone", async () => {
    camp = await pitchingCamp(db, "draft");
    await expect(TestScreen.open(server.origin, camp.slug, "phone")).rejects.toThrow("404");
    expect(await open("desk", await deviceOf(db, await organiser(db, camp)))).toBeDefined();
  });
});

describe("nothing is missed", () => {
  test("by a screen that comes back", async () => {
    (await open("phone", phone)).close();
    await tap(server.origin, phone, camp.slug, pitch);
    const back = await open("phone", phone);
    await back.hands(pitch, 1);
  });

  test("by a screen that is slow: it is skipped, then gets everything, and holds up nobody", async () => {
    const slow = await open("wall");
    const quick = await open("wall");
    slow.pause();
    // Long lines fill what the network holds: each of these messages is the whole list.
    const [line, eventId] = ["x".repeat(LONGEST.pitchLine), camp.eventId];
    await db
      .insert(pitchTable)
      .values(Array.from({ length: 1_500 }, (_, n) => ({ id: newId(), eventId, title: `Pitch ${n}`, line })));
    for (let told = 1; told < 40; told = quick.messages.length) {
      await bump(db, camp.eventId, ["pitches"]);
      await quick.until(({ messages }) => messages.length > told);
    }
    await tap(server.origin, phone, camp.slug, pitch);
    await quick.hands(pitch, 1);
    slow.resume();
    await slow.hands(pitch, 1);
    expect(slow.messages.length).toBeLessThan(quick.messages.length - 5);
    expect(slow.known).toEqual(quick.known);
  }, 60_000);

  test("when the listening connection dies, which is opened again", async () => {
    const screen = await open("wall");
    await db.execute(
      sql`select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %' and datname = current_database()`,
    );
    await tap(server.origin, phone, camp.slug, pitch);
    await screen.hands(pitch, 1);
  });

  test("of what a killed instance had not counted", async () => {
    const screen = await open("wall");
    await expectHands(db, camp.eventId, newId());
    await db.insert(hand).values({ pitchId: pitch, registrationId: ama.registrationId, up: true });
    await server.live.ticker.sweep("all");
    await screen.hands(pitch, 1);
  });

  test("between two instances on one database", async () => {
    const other = await liveServer(db, url);
    const [here, there] = [await open("phone", phone), await open("phone", phone, other)];
    expect(await tap(other.origin, phone, camp.slug, pitch)).toMatchObject({ status: 200 });
    await Promise.all([here.hands(pitch, 1), there.hands(pitch, 1)]);
    await other.close();
    await there.until(({ ended }) => ended);
    await tap(server.origin, phone, camp.slug, pitch, { up: false });
    await here.hands(pitch, 0);
  });
});

test("an instance that stops ends its streams, and counts first what it took", async () => {
  const other = await liveServer(db, url);
  const screen = await open("wall", undefined, other);
  const watching = await open("wall");
  await tap(other.origin, phone, camp.slug, pitch);
  await other.live.end();
  await screen.until(({ ended }) => ended);
  await watching.hands(pitch, 1);
  await other.close();
});
