/** The API for reading, as a program of another site asks it. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Database } from "#db/connection.ts";
import { bump } from "#db/live.ts";
import { hidePitch } from "#db/pitch/hiding.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { event } from "#db/schema/event.ts";
import { API } from "#live/api/schema.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { type LiveServer, liveServer } from "#tests/support/live.ts";
import { MORNING, organiser, type PitchingCamp, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { freeze, gridOf } from "#tests/support/published.ts";

let db: Database;
let server: LiveServer;
let camp: PitchingCamp;

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  server = await liveServer(db, fresh.url);
});
afterAll(() => server.close());
beforeEach(async () => {
  camp = await pitchingCamp(db);
});

const ask = (path: string, init: RequestInit = {}) => fetch(`${server.origin}/api/v1${path}`, init);
const read = async (path: string) => (await ask(path)).json();
const PARTS = {
  "": "Event",
  "/sessions": "Sessions",
  "/rooms": "Rooms",
  "/slots": "Slots",
  "/changes": "Changes",
} as const;

async function published() {
  const dan = await organiser(db, camp);
  const bring = async (title: string, noteLevel: "open" | "unlisted" = "open") => {
    const form = pitchForm(title, { noteLevel });
    await bringPitchFor(db, dan, form, [`${title.split(" ")[0]} host`], MORNING);
    return form;
  };
  await bring("Job swaps");
  const hidden = await bring("SECRET advert");
  await bring("SECRET rota", "unlisted");
  await freeze(db, camp.eventId, await gridOf(db, camp, MORNING.getTime()));
  await hidePitch(db, dan, { pitchId: hidden.id, reason: "An advert" }, MORNING);
  await bump(db, camp.eventId, ["grid"]);
}

test("every answer is what the description says, for any site to read, and has nothing that strangers may not", async () => {
  await published();
  for (const [path, name] of Object.entries(PARTS)) {
    const response = await ask(`/events/${camp.slug}${path}`);
    expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([200, "*"]);
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(response.headers.get("set-cookie")).toBeNull();
    const text = await response.text();
    expect(text).not.toContain("SECRET");
    API[name].strict().parse(JSON.parse(text));
  }
  const { sessions } = await read(`/events/${camp.slug}/sessions`);
  expect(sessions.map(({ title, listed }: { title: string; listed: boolean }) => [title, listed])).toEqual([
    ["Job swaps", true],
    ["A session for people at the camp", false],
  ]);
});

test("whoever has an answer already is told so, until something changes", async () => {
  await published();
  const path = `/events/${camp.slug}/sessions`;
  const etag = (await ask(path)).headers.get("etag")!;
  const again = () => ask(path, { headers: { "if-none-match": etag } });
  const unchanged = await again();
  expect([unchanged.status, unchanged.headers.get("access-control-allow-origin")]).toEqual([304, "*"]);
  const dan = await organiser(db, camp);
  await bringPitchFor(db, dan, pitchForm("One more"), [], MORNING);
  await freeze(db, camp.eventId, { ...(await gridOf(db, camp, MORNING.getTime())), number: 2 });
  await bump(db, camp.eventId, ["grid"]);
  await vi.waitFor(async () => expect((await again()).status).toBe(200));
  expect((await read(path)).version).toBe(2);
});

test("a browser of another site may ask with what it has, and HEAD is told all but the answer", async () => {
  const preflight = await ask(`/events/${camp.slug}`, { method: "OPTIONS" });
  expect([preflight.status, preflight.headers.get("access-control-allow-headers")]).toEqual([
    204,
    "if-none-match, accept",
  ]);
  const head = await ask(`/events/${camp.slug}`, { method: "HEAD" });
  expect([head.status, await head.text(), Number(head.headers.get("content-length")) > 100]).toEqual([
    200,
    "",
    true,
  ]);
});

test("what there is not, and what changes anything, is a problem in words", async () => {
  const draft = await pitchingCamp(db);
  await db.update(event).set({ phase: "draft" }).where(eq(event.id, draft.eventId));
  const asked: [string, RequestInit?][] = [
    ["/events/nowhere"],
    [`/events/${draft.slug}`],
    [`/events/${camp.slug}/people`],
    [`/events/${camp.slug}/`],
    ["/"],
    [`/events/${camp.slug}`, { method: "POST" }],
  ];
  for (const [path, init] of asked) {
    const response = await ask(path, init);
    expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const problem = API.Problem.strict().parse(await response.json());
    expect([path, problem.status]).toEqual([path, init ? 405 : 404]);
    expect(response.status).toBe(problem.status);
  }
  const { status } = await ask(`/events/${camp.slug}`, { method: "DELETE" });
  expect([status, (await ask("/x", { method: "PUT" })).headers.get("allow")]).toEqual([
    405,
    "GET, HEAD, OPTIONS",
  ]);
});

test("while nothing can be read it says when to ask again", async () => {
  const find = server.live.versions.find.bind(server.live.versions);
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  server.live.versions.find = () => Promise.reject(new Error("away"));
  const response = await ask(`/events/${camp.slug}/rooms`);
  server.live.versions.find = find;
  log.mockRestore();
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(API.Problem.parse(await response.json()).status).toBe(503);
});

test("it describes itself", async () => {
  const response = await ask("/openapi.json");
  expect([response.status, (await response.json()).openapi]).toEqual([200, "3.1.0"]);
});
