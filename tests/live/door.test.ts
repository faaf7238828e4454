/** What phones at the door send and are sent, over HTTP. */
import { gunzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { callForHelp, endCall } from "#db/help-call.ts";
import { newId } from "#db/id.ts";
import { doorPhone } from "#db/schema/door.ts";
import { registration } from "#db/schema/registration.ts";
import { MOST_ACTS } from "#domain/door/news.ts";
import { LONGEST } from "#domain/limits.ts";
import type { Refusal } from "#domain/refusal.ts";
import { refusal } from "#messages/en/refusal.ts";
import { makeCamp, makeOrganiser, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { daysOf, tapped } from "#tests/support/door.ts";
import { deviceOf, type LiveServer, liveServer } from "#tests/support/live.ts";

let db: Database;
let server: LiveServer;
let camp: TestCamp;
let day: string;
let person: string;
let phone: string;

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  server = await liveServer(db, fresh.url);
});
afterAll(() => server.close());

beforeEach(async () => {
  camp = await makeCamp(db, { phase: "doors" });
  [day = ""] = await daysOf(db, camp.id);
  person = await makePerson(db, camp, "confirmed", { rank: 1 });
  phone = await deviceOf(db, await makeOrganiser(db, camp, "door"));
});

const send = (body: unknown, cookie = phone, encoding = "identity", slug = camp.slug) =>
  fetch(`${server.origin}/live/${slug}/door`, {
    method: "POST",
    headers: { cookie, "accept-encoding": encoding },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

const report = (acts: readonly unknown[] = [], more = {}) => ({ since: null, door: "Front", acts, ...more });
const tap = (more = {}) => ({ ...tapped(person, day, NOON), ...more });

async function expectRefused(response: Response, why: Refusal, status: number) {
  expect([response.status, await response.json()]).toEqual([status, { refusal: why, ...refusal[why] }]);
}

test("a tap is kept, as often as it is sent, and answered with who is in", async () => {
  const act = tap();
  for (const _ of [1, 2]) {
    const response = await send(report([act]));
    expect([response.status, response.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
    expect(await response.json()).toMatchObject({
      ...{ taken: [act.id], refused: [], whole: true, places: 1, here: 1 },
      people: [{ id: person, here: { door: "Front door", acts: [act.id] } }],
    });
  }
});

test("nobody but the crew at the door of this camp finds it", async () => {
  const elsewhere = await deviceOf(db, await makeOrganiser(db, await makeCamp(db, { phase: "doors" })));
  const observer = await deviceOf(db, await makeOrganiser(db, camp, "observer"));
  for (const cookie of [elsewhere, observer])
    await expectRefused(await send(report([tap()]), cookie), "not_found", 404);
  await expectRefused(await send(report(), phone, "identity", "no-such-camp"), "not_found", 404);
  expect(await (await send(report())).json()).toMatchObject({ here: 0 });
});

test("whoever is signed out is told so, a camper’s phone too", async () => {
  const camper = await deviceOf(db, { registrationId: person } as Parameters<typeof deviceOf>[1]);
  for (const cookie of ["", camper])
    await expectRefused(await send(report([tap()]), cookie), "signed_out", 401);
});

test.each<[string, () => unknown]>([
  ["nothing", () => ""],
  ["no JSON", () => "{"],
  ["no taps", () => ({ since: null, door: "Front" })],
  ["a time that is none", () => report([], { since: -1 })],
  ["part of a millisecond", () => report([tap({ at: 0.5 })])],
  ["a kind that is none", () => report([tap({ kind: "through" })])],
  ["an id that is none", () => report([tap({ id: "1" })])],
  ["a name too long for a door", () => report([], { door: "x".repeat(LONGEST.doorName + 1) })],
  ["one that takes too many back", () => report([tap({ undoes: Array.from({ length: 101 }, newId) })])],
  ["more taps than are sent at once", () => report(Array.from({ length: MOST_ACTS + 1 }, () => tap()))],
  ["more bytes than they take", () => `${JSON.stringify(report())}${" ".repeat(MOST_ACTS * 1_000)}`],
])("%s is refused in words", async (_, body) => {
  await expectRefused(await send(body()), "bad_input", 422);
});

test("as many taps as are sent at once are taken", async () => {
  const acts = Array.from({ length: MOST_ACTS }, () => tap());
  const { taken } = (await (await send(report(acts))).json()) as { taken: string[] };
  expect(taken).toHaveLength(MOST_ACTS);
});

test("it hears a call for help as long as that stands", async () => {
  const crew = await makeOrganiser(db, camp, "campmaker");
  const id = newId();
  await callForHelp(db, crew, { id, what: "More hands", place: "Stairs" }, new Date());
  expect(await (await send(report())).json()).toMatchObject({ calls: [{ id, what: "More hands" }] });
  await endCall(db, crew, { id, how: "met" }, new Date());
  expect(await (await send(report())).json()).not.toHaveProperty("calls");
});

test("the same is sent packed to whoever reads that", async () => {
  const plain = await (await send(report())).json();
  const url = new URL(`/live/${camp.slug}/door`, server.origin);
  // `fetch` unpacks by itself, and tells of neither the bytes nor their number.
  const { request } = await import("node:http");
  const { headers, bytes } = await new Promise<{
    headers: Record<string, unknown>;
    bytes: Buffer;
  }>((resolve, reject) => {
    const sent = { cookie: phone, "accept-encoding": "br, gzip" };
    request(url, { method: "POST", headers: sent }, async (answer) => {
      resolve({ headers: answer.headers, bytes: Buffer.concat(await answer.toArray()) });
    })
      .on("error", reject)
      .end(JSON.stringify(report()));
  });
  expect(headers).toMatchObject({
    ...{ "content-encoding": "gzip", "content-length": String(bytes.length) },
    ...{ "content-type": "application/json; charset=utf-8", "cache-control": "private, no-store" },
  });
  const timeless = { now: expect.any(Number), until: expect.any(Number), since: expect.any(Number) };
  expect(JSON.parse(gunzipSync(bytes).toString())).toEqual({ ...plain, ...timeless });
});

test("a phone that asks without end is told to wait, and another is answered", async () => {
  const other = await deviceOf(db, await makeOrganiser(db, camp, "door"));
  let refused: Response | undefined;
  // More than come free meanwhile. What is not read costs no database.
  for (let n = 0; n < 20 && !refused; n++) {
    const answers = await Promise.all(Array.from({ length: 50 }, () => send("{")));
    refused = answers.find(({ status }) => status !== 422);
  }
  expect(refused!.headers.get("retry-after")).toBe("5");
  await expectRefused(refused!, "too_many", 429);
  expect((await send(report(), other)).status).toBe(200);
});

test("what somebody needs, their address and where they work never leave by it", async () => {
  await db
    .update(registration)
    .set({ email: "secret@example.org", access: "SECRET needs", organisation: "SECRET office" })
    .where(eq(registration.id, person));
  const text = await (await send(report([tap()]))).text();
  expect(text).toContain(person);
  expect(text).not.toMatch(/SECRET|secret@|@example/);
});

test("a phone that was cut off reads no names of who is called either", async () => {
  const called = () => fetch(`${server.origin}/live/${camp.slug}/called`, { headers: { cookie: phone } });
  await send(report());
  expect((await called()).status).toBe(200);
  await db.update(doorPhone).set({ cutOffAt: NOON }).where(eq(doorPhone.eventId, camp.id));
  await expectRefused(await called(), "cut_off", (await send(report())).status);
});
