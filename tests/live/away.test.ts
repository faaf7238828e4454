/** What the handlers in front of the framework answer while nobody answers them. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { connect, type Database } from "#db/connection.ts";
import { registration as words } from "#messages/en/registration.ts";
import { ahead, formFor, makeCamp, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { answersIn } from "#tests/support/forms.ts";
import { deviceOf, type LiveServer, liveServer, tap } from "#tests/support/live.ts";
import { camper, type PitchingCamp } from "#tests/support/pitching.ts";
import { publishedCamp } from "#tests/support/published.ts";
import { type Wire, wireTo } from "#tests/support/wire.ts";

const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
let wire: Wire;
let db: Database;
let server: LiveServer;
let camp: PitchingCamp;
let tickets: TestCamp;
let cookie: string;

beforeAll(async () => {
  const fresh = await freshDatabase();
  camp = await publishedCamp(fresh.db, new Date());
  tickets = await makeCamp(fresh.db, { startsAt: ahead() });
  cookie = await deviceOf(fresh.db, await camper(fresh.db, camp, "Ama"));
  wire = await wireTo(fresh.url);
  db = connect(wire.url, { max: 4 });
  server = await liveServer(db, wire.url);
  await fetch(`${server.origin}/now/${camp.slug}`);
  await wire.close();
});
afterAll(async () => {
  await server.close();
  await db.$client.end({ timeout: 1 });
  await wire.close();
  quiet.mockRestore();
});

const ask = async (path: string, init?: RequestInit) => {
  const answer = await fetch(server.origin + path, { redirect: "manual", ...init });
  return { status: answer.status, refresh: answer.headers.get("refresh"), text: await answer.text() };
};

test("a page that was kept is shown, also after the camp's address would be asked for again", async () => {
  for (const path of [`/now/${camp.slug}`, `/e/${camp.slug}/plain`, `/live/${camp.slug}/snapshot`])
    expect((await ask(path)).status, path).toBe(200);
});

test("a page that was never read says so, and asks again by itself", async () => {
  const { status, refresh, text } = await ask("/now/never-read");
  expect([status, refresh]).toEqual([503, "5"]);
  expect(text).toContain("its database does not answer");
});

test("a hand stays on its phone", async () => {
  const { status, body } = await tap(server.origin, cookie, camp.slug, crypto.randomUUID());
  expect([status, body]).toEqual([
    503,
    expect.objectContaining({ next: expect.stringContaining("sent again") }),
  ]);
});

test("a registration comes back as it was typed, in its own form, to be sent again", async () => {
  const typed = formFor({ id: "", slug: camp.slug, sectorId: camp.sectorId }, "ama.o'neill@example.org");
  const body = new URLSearchParams({
    ...typed,
    companions: "0",
    firstTime: "yes",
    photos: "yes",
    accessAgreed: "yes",
  });
  const { status, text } = await ask(`/live/${camp.slug}/registration`, { method: "POST", body });
  expect(status).toBe(503);
  expect(answersIn(text)).toEqual(Object.fromEntries(body));
});

test("so does one with mistakes, which are named as ever; only another sector cannot be chosen for now", async () => {
  const typed = formFor({ id: "", slug: camp.slug, sectorId: camp.sectorId }, "nobody");
  for (const [change, wanted] of [
    [{}, 422],
    [{ sectorId: "" }, 503],
  ] as const) {
    const body = new URLSearchParams({
      ...typed,
      companions: "0",
      firstTime: "yes",
      photos: "yes",
      accessAgreed: "yes",
      ...change,
    });
    const { status, text } = await ask(`/live/${camp.slug}/registration`, { method: "POST", body });
    expect(status).toBe(wanted);
    expect(text.includes(words.errors.email)).toBe(wanted === 422);
    const { sectorId, ...others } = Object.fromEntries(body);
    expect(answersIn(text)).toEqual(sectorId ? { ...others, sectorId } : others);
  }
});

test("and everything goes on when it is back", async () => {
  await wire.open();
  const body = () =>
    new URLSearchParams({
      ...formFor(tickets, "rhys@example.org"),
      companions: "0",
      firstTime: "",
      photos: "",
      accessAgreed: "",
    });
  const register = async () =>
    (await ask(`/live/${tickets.slug}/registration`, { method: "POST", body: body() })).status;
  await vi.waitFor(async () => expect(await register()).toBe(303), 15_000);
});
