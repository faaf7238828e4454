/** The camp's file, as its organisers get it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { refusal } from "#messages/en/refusal.ts";
import { makeCamp, makeOrganiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { keptCamp } from "#tests/support/kept-camp.ts";
import { deviceOf, type LiveServer, liveServer } from "#tests/support/live.ts";

let db: Database;
let server: LiveServer;

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  server = await liveServer(db, fresh.url);
});
afterAll(() => server.close());

/** As an organiser of that camp who is new each time. */
async function download(camp: { id: string; slug: string }): Promise<Response> {
  const cookie = await deviceOf(db, await makeOrganiser(db, camp));
  return fetch(`${server.origin}/live/${camp.slug}/archive`, { headers: { cookie } });
}

test("is a download that nobody between keeps, and the same for every organiser", async () => {
  const { eventId, slug } = await keptCamp(db);
  const [first, second] = [await download({ id: eventId, slug }), await download({ id: eventId, slug })];
  expect([first.status, first.headers.get("content-type")]).toEqual([200, "application/zip"]);
  expect(first.headers.get("content-disposition")).toBe(`attachment; filename="${slug}.zip"`);
  expect(first.headers.get("cache-control")).toBe("private, no-store");
  const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer());
  expect((await bytes(second)).equals(await bytes(first))).toBe(true);
});

test("is not there before everybody can see the camp", async () => {
  const response = await download(await makeCamp(db, { phase: "draft" }));
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({ refusal: "not_found", ...refusal.not_found });
});
