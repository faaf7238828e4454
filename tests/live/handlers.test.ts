import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { holdTicket, startDevice } from "#db/device.ts";
import { newId } from "#db/id.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { cookieName } from "#domain/cookie.ts";
import { type Attendee, STRANGER } from "#domain/viewer.ts";
import { refusal as words } from "#messages/en/refusal.ts";
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

let db: Database;
let server: LiveServer;
let camp: PitchingCamp;
let pitch: string;
let phone: string;
let ama: Attendee;
let desk: string;

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  server = await liveServer(db, fresh.url);
});
afterAll(() => server.close());

beforeEach(async () => {
  camp = await pitchingCamp(db);
  const dan = await organiser(db, camp);
  const form = pitchForm("Job swaps", { noteLevel: "unlisted" });
  await bringPitchFor(db, dan, form, [], MORNING);
  pitch = form.id;
  ama = await camper(db, camp, "Ama");
  phone = await deviceOf(db, ama);
  desk = await deviceOf(db, dan);
});

const get = (path: string, cookie?: string, headers: Record<string, string> = {}) =>
  fetch(`${server.origin}/live/${camp.slug}/${path}`, { headers: { ...(cookie && { cookie }), ...headers } });

const TIMES = { castAt: expect.any(Number), now: expect.any(Number) };

describe("a tap", () => {
  test("is answered with one's own hand, as often as it is repeated", async () => {
    for (const up of [true, true, false, false]) {
      const { status, body } = await tap(server.origin, phone, camp.slug, pitch, { up });
      expect({ status, body }).toEqual({ status: 200, body: { pitch, up, ...TIMES } });
    }
  });

  test("is the same tap in capitals, and fails nobody who taps at the same moment", async () => {
    const spellings = [pitch, pitch.toUpperCase(), pitch, pitch.toUpperCase()];
    const answers = await Promise.all(spellings.map((id) => tap(server.origin, phone, camp.slug, id)));
    expect(answers.map(({ status, body }) => ({ status, body }))).toEqual(
      spellings.map(() => ({ status: 200, body: { pitch, up: true, ...TIMES } })),
    );
  });

  test("keeps to the time of the tap", async () => {
    const now = Date.now();
    await tap(server.origin, phone, camp.slug, pitch, { up: false, castAt: now });
    const { body } = await tap(server.origin, phone, camp.slug, pitch, { up: true, castAt: now - 1_000 });
    expect(body).toEqual({ pitch, up: false, ...TIMES });
  });

  test.each([
    ["without a cookie", () => [undefined, camp.slug, pitch], 401, "no_ticket"],
    ["with a cookie that is nobody's", () => ["wallchart=nobody", camp.slug, pitch], 401, "no_ticket"],
    ["from the crew, which has no place", () => [desk, camp.slug, pitch], 401, "no_ticket"],
    ["at a camp that is not there", () => [phone, "no-camp", pitch], 404, "not_found"],
    ["for a pitch that is not there", () => [phone, camp.slug, newId()], 404, "not_found"],
    ["for something that is no pitch", () => [phone, camp.slug, "1 or 1"], 404, "not_found"],
  ] as const)("%s is refused in words", async (_, given, status, refusal) => {
    const answer = await tap(server.origin, ...(given() as [string, string, string]));
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ refusal, ...words[refusal] });
  });

  test("at a time that is none is refused", async () => {
    const answer = await tap(server.origin, phone, camp.slug, pitch, { castAt: "yesterday" });
    expect(answer.status).toBe(422);
  });

  test("is refused to a page that was opened before the phone was handed on", async () => {
    const put = (sentFor: string) =>
      fetch(`${server.origin}/live/${camp.slug}/pitches/${pitch}/hand`, {
        method: "PUT",
        headers: { cookie: phone, "sent-for": sentFor },
      });
    const answers = [await put(pitch), await put(ama.registrationId)];
    expect(answers.map(({ status }) => status)).toEqual([401, 200]);
  });

  test("is refused when hands are not open, and once the place was given back", async () => {
    await db.update(event).set({ phase: "sessions" }).where(eq(event.id, camp.eventId));
    expect((await tap(server.origin, phone, camp.slug, pitch)).body.refusal).toBe("not_open");
    await db.update(event).set({ phase: "pitching" }).where(eq(event.id, camp.eventId));
    await db.update(registration).set({ status: "released" }).where(eq(registration.eventId, camp.eventId));
    expect((await tap(server.origin, phone, camp.slug, pitch)).body.refusal).toBe("no_ticket");
  });

  test("goes in at once on a phone that was nobody's a moment ago", async () => {
    const { id, token } = await startDevice(db, {});
    const cookie = `${cookieName("http:")}=${token}`;
    expect((await tap(server.origin, cookie, camp.slug, pitch)).status).toBe(401);
    await holdTicket(db, id, (await camper(db, camp, "Cy")).registrationId);
    expect((await tap(server.origin, cookie, camp.slug, pitch)).status).toBe(200);
  });

  test("is one too many after very many, on that device alone", async () => {
    const other = await deviceOf(db, await camper(db, camp, "Ben"));
    const answers = await Promise.all(
      Array.from({ length: 160 }, () => tap(server.origin, phone, camp.slug, pitch)),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.headers.get("retry-after")).toBe("5");
    expect((await tap(server.origin, other, camp.slug, pitch)).status).toBe(200);
  });
});

describe("who somebody is", () => {
  test("is said to them alone, with what is theirs, and kept by nobody", async () => {
    await tap(server.origin, phone, camp.slug, pitch);
    const answer = await get("me", phone);
    expect(await answer.json()).toMatchObject({ attendee: true, crew: false, hands: [pitch] });
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(await (await get("me", desk)).json()).toEqual({ ...STRANGER, crew: true });
    expect(await (await get("me")).json()).toEqual(STRANGER);
  });
});

describe("a snapshot", () => {
  test("is cut to whoever asks", async () => {
    const read = async (audience: string, cookie?: string) =>
      (await get(`snapshot?audience=${audience}`, cookie)).json();
    expect(await read("phone")).toMatchObject({ draft: null, people: null });
    expect((await read("phone")).pitches).toEqual([]);
    expect((await read("phone", phone)).pitches[0].title).toBe("Job swaps");
    expect(await read("desk", desk)).toMatchObject({ people: { confirmed: 1 }, draft: { published: 0 } });
  });

  test("is answered briefly when it has not changed, to that audience", async () => {
    const etag = (await get("snapshot", phone)).headers.get("etag")!;
    expect((await get("snapshot", phone, { "if-none-match": etag })).status).toBe(304);
    expect((await get("snapshot", undefined, { "if-none-match": etag })).status).toBe(200);
  });

  test("of a desk is for whoever signs in, and one of a draft is not found by others", async () => {
    expect((await get("snapshot?audience=desk", phone)).status).toBe(401);
    const draft = await pitchingCamp(db, "draft");
    expect((await fetch(`${server.origin}/live/${draft.slug}/snapshot`)).status).toBe(404);
  });
});

test("a handler says which methods it takes", async () => {
  const answer = await fetch(`${server.origin}/live/${camp.slug}/pitches/${pitch}/hand`, { method: "POST" });
  expect(answer.status).toBe(405);
  expect(answer.headers.get("allow")).toBe("PUT, DELETE");
});
