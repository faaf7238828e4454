/** The grid in somebody else's page: the one page that may stand in a frame. */
import { createHash } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { event } from "#db/schema/event.ts";
import { type Live, openLive } from "#live/instance.ts";
import { securityHeaders, staticPolicy } from "#live/policy.ts";
import { route } from "#live/routes.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { again } from "#tests/support/live.ts";
import { MORNING, organiser, type PitchingCamp, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { freeze, gridOf } from "#tests/support/published.ts";

let db: Database;
let live: Live;
let server: http.Server;
let origin: string;
let camp: PitchingCamp;

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  live = openLive(db, fresh.url);
  // As server.ts does: what every answer says, then whoever answers.
  server = http.createServer((request, response) => {
    for (const [name, value] of securityHeaders("https://camps.example.org")) response.setHeader(name, value);
    if (!route(() => live, request, response, again)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  camp = await pitchingCamp(db);
  const dan = await organiser(db, camp);
  const bring = (title: string, noteLevel: "open" | "unlisted" = "open") =>
    bringPitchFor(db, dan, pitchForm(title, { noteLevel }), ["Ama & Co"], MORNING);
  await bring("Job <swaps>");
  await bring("SECRET rota", "unlisted");
  await freeze(db, camp.eventId, await gridOf(db, camp, MORNING.getTime()));
});
afterAll(async () => {
  await live.end();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const get = (path: string, init: RequestInit = {}) => fetch(`${origin}${path}`, init);

test("it shows the grid as strangers read it, and leads to the whole one in a page of its own", async () => {
  const page = await (await get(`/embed/${camp.slug}`)).text();
  expect(page).toContain("Job &lt;swaps&gt;</a>, with Ama &amp; Co");
  expect(page).toContain("A session for people at the camp");
  expect(page).not.toContain("SECRET");
  expect(page).toContain(`<a href="/e/${camp.slug}/grid" target="_blank" rel="noopener">`);
});

test("before a grid is out it says so, and a draft is not there", async () => {
  const [none, draft] = [await pitchingCamp(db), await pitchingCamp(db)];
  await db.update(event).set({ phase: "draft" }).where(eq(event.id, draft.eventId));
  expect(await (await get(`/embed/${none.slug}`)).text()).toContain("The grid isn’t out yet.");
  expect([(await get(`/embed/${draft.slug}`)).status, (await get("/embed/nowhere")).status]).toEqual([
    404, 404,
  ]);
});

test("any page may frame it, it asks for nothing more, and no cookie is read or set", async () => {
  const plain = await get(`/embed/${camp.slug}`);
  const policy = plain.headers.get("content-security-policy")!;
  expect(plain.headers.get("x-frame-options")).toBeNull();
  expect(policy).toContain("frame-ancestors *");
  for (const part of ["default-src 'none'", "base-uri 'none'", "form-action 'none'"])
    expect(policy).toContain(part);
  expect(policy).not.toContain("unsafe");
  expect([plain.headers.get("x-content-type-options"), plain.headers.get("set-cookie")]).toEqual([
    "nosniff",
    null,
  ]);
  const page = await plain.text();
  expect(page).not.toMatch(/<(script|img|link|iframe|form)|url\(|@import/i);
  const style = /<style>(.*?)<\/style>/s.exec(page)![1]!;
  expect(policy).toContain(`'sha256-${createHash("sha256").update(style).digest("base64")}'`);
  const asSomebody = await get(`/embed/${camp.slug}`, { headers: { cookie: "wallchart=somebody" } });
  expect(await asSomebody.text()).toBe(page);
  expect(asSomebody.headers.get("vary")).toBe("accept-encoding");
});

test("a theme and an accent are as asked for, and nothing else of the address is in it", async () => {
  const read = async (query: string) => (await get(`/embed/${camp.slug}${query}`)).text();
  expect(await read("?theme=dark&accent=00A0ff")).toMatch(
    /<style>:root\{color-scheme:dark;[^}]*--square:#00a0ff/,
  );
  expect(await read("?theme=dark")).not.toContain("prefers-color-scheme");
  expect(await read("")).toContain("prefers-color-scheme");
  expect(await read("?theme=red}&accent=%3C/style%3E")).toBe(await read(""));
});

test("whoever has it already is told so", async () => {
  const etag = (await get(`/embed/${camp.slug}`)).headers.get("etag")!;
  const again = await get(`/embed/${camp.slug}`, { headers: { "if-none-match": etag } });
  expect(again.status).toBe(304);
  const other = await get(`/embed/${camp.slug}?theme=dark`, { headers: { "if-none-match": etag } });
  expect(other.status).toBe(200);
});

describe("no other page may stand in a frame", () => {
  test.each(["/now", "/now/{camp}", "/e/{camp}/plain", "/api/v1/events/{camp}", "/live/{camp}/snapshot"])(
    "%s",
    async (path) => {
      const { headers } = await get(path.replace("{camp}", camp.slug));
      expect(headers.get("x-frame-options")).toBe("DENY");
      const policy = headers.get("content-security-policy");
      if (policy) expect(policy).toContain("frame-ancestors 'none'");
    },
  );

  test("nor one of the framework's", () => {
    expect(staticPolicy("<p>")).toContain("frame-ancestors 'none'");
  });
});
