/** Pages for everybody: made once, without anybody's cookie, and answered from memory to whoever asks. */
import http from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Database } from "#db/connection.ts";
import { bump } from "#db/live.ts";
import { event } from "#db/schema/event.ts";
import type { Asked, Rendering } from "#live/shared-page/framework.ts";
import { sharePages } from "#live/shared-page.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { gated } from "#tests/support/gate.ts";
import { type LiveServer, liveServer } from "#tests/support/live.ts";
import { type PitchingCamp, pitchingCamp } from "#tests/support/pitching.ts";

const COOKIE = "wallchart=somebody";

let db: Database;
let server: LiveServer;
let front: http.Server;
let origin: string;
let camp: PitchingCamp;
let render: (asked: Asked) => Promise<Rendering>;
let asked: Asked[];

/** Until it has said that it listens, whatever is known of a camp may be forgotten once more. */
beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  server = await liveServer(db, fresh.url);
  const shared = sharePages(
    () => server.live,
    (wanted) => {
      asked.push(wanted);
      return render(wanted);
    },
  );
  front = http.createServer((request, response) => {
    const ordinary = () => void response.writeHead(200, { "cache-control": "no-store" }).end("for you alone");
    if (!shared(request, response, ordinary)) ordinary();
  });
  await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
});
afterAll(async () => {
  front.closeAllConnections();
  await new Promise((resolve) => front.close(resolve));
  await server.close();
});
beforeEach(async () => {
  camp = await pitchingCamp(db);
  asked = [];
  render = async ({ url }) => ({
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: Buffer.from(`<p>${url}, number ${asked.length}</p><script>go()</script>`),
  });
});

/** Asks as a browser does, without the decoding of `fetch`. */
function get(path: string, headers: Record<string, string> = {}, method = "GET") {
  return new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: string }>(
    (resolve, reject) => {
      http
        .request(origin + path, { method, headers }, async (response) => {
          const chunks: Buffer[] = [];
          for await (const chunk of response) chunks.push(chunk);
          const { statusCode: status = 0, headers } = response;
          resolve({ status, headers, body: Buffer.concat(chunks).toString("latin1") });
        })
        .once("error", reject)
        .end();
    },
  );
}

const pathsOf = (slug: string) =>
  [
    "",
    "/register",
    "/now",
    "/pitches",
    "/grid",
    "/changes",
    "/about",
    "/about/conduct",
    "/fairness",
    "/feeds",
    "/calendar.ics",
    "/rooms/B/calendar.ics",
    "/schedule.xml",
    "/schedule.json",
    "/wall",
    "/sessions/019f-1",
    "/sessions/019f-1/calendar.ics",
    "/grid/sheet",
    "/grid/sheet?shape=table&as=xlsx",
    "/grid/sheet?shape=list&as=csv",
    "/rooms/AB",
  ].map((page) => `/e/${slug}${page}`);

test("every shared page is made once, whoever asks, and never with a cookie", async () => {
  for (const path of pathsOf(camp.slug)) {
    const bodies = await Promise.all(
      [{}, { cookie: COOKIE }, { cookie: "wallchart=other; x=y" }, { authorization: "Bearer x" }].map(
        async (headers: Record<string, string>) => (await get(path, headers)).body,
      ),
    );
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]).toContain(`<p>${path}, number`);
  }
  expect(asked.map(({ url, headers }) => [url, headers])).toEqual(
    pathsOf(camp.slug).map((path) => [path, {}]),
  );
});

test("what is not found as nobody is asked for again by whoever asks, and never kept", async () => {
  render = async () => ({ status: 404, headers: { "content-type": "text/html" }, body: Buffer.from("no") });
  for (const _again of [1, 2]) {
    const { body } = await get(`/e/${camp.slug}/sessions/unlisted`, { cookie: COOKIE });
    expect(body).toBe("for you alone");
  }
  expect(asked.length).toBe(2);
});

test.each([
  "/rooms/a",
  "/rooms/ABCD",
  "/sessions/a/other.ics",
  "/desk/grid/sheet",
  "/grid/sheet?shape=table&as=csv&shape=list",
  "/grid?shape=table&as=csv",
  "/sessions/",
  `/sessions/${"a".repeat(65)}`,
])("%s is no page for everybody", async (path) => {
  expect((await get(`/e/${camp.slug}${path}`)).body).toBe("for you alone");
  expect(asked).toEqual([]);
});

test("all who ask while it is made wait for one rendering", async () => {
  const [all, made] = [gated(), render];
  render = async (wanted) => {
    await all.promise;
    return made(wanted);
  };
  const arrived = server.live.camps;
  let here = 0;
  server.live.camps = (slug) => {
    if (++here === 100) setImmediate(all.resolve);
    return arrived(slug);
  };
  const answers = await Promise.all(Array.from({ length: 100 }, () => get(`/e/${camp.slug}/now`)));
  server.live.camps = arrived;
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  expect(asked.length).toBe(1);
});

test("a change of the camp is shown at once", async () => {
  const path = `/e/${camp.slug}/grid`;
  expect((await get(path)).body).toContain("number 1");
  await bump(db, camp.eventId, ["grid"]);
  await vi.waitFor(async () => expect((await get(path)).body).toContain("number 2"));
});

test("whoever has the page already is told so in a few bytes, and HEAD is told all but the page", async () => {
  const path = `/e/${camp.slug}/now`;
  const whole = await get(path, { "accept-encoding": "br" });
  expect(whole.headers).toMatchObject({
    "content-encoding": "br",
    "cache-control": "private, no-cache",
    vary: "accept-encoding",
  });
  const etag = whole.headers.etag!;
  const again = await get(path, { "accept-encoding": "br", "if-none-match": `"x", W/${etag}` });
  expect([again.status, again.body, again.headers.etag]).toEqual([304, "", etag]);
  expect(again.headers["content-security-policy"]).toBe(whole.headers["content-security-policy"]);
  expect((await get(path, { "accept-encoding": "gzip", "if-none-match": etag })).status).toBe(200);
  const head = await get(path, { "accept-encoding": "br" }, "HEAD");
  expect([head.status, head.body, head.headers["content-length"]]).toEqual([
    200,
    "",
    whole.headers["content-length"],
  ]);
  expect(asked.length).toBe(1);
});

// Without a word in the 304, whoever had read the page before they signed in was taken for nobody afterwards.
test("whoever brings no cookie of ours is told that they are nobody, and whoever does that they are not", async () => {
  const timing = async (headers = {}) => (await get(`/e/${camp.slug}/now`, headers)).headers["server-timing"];
  expect(await timing()).toBe("nobody");
  expect(await timing({ cookie: "theirs=1" })).toBe("nobody");
  expect(await timing({ cookie: COOKIE })).toBe("somebody");
  const { etag } = (await get(`/e/${camp.slug}/now`)).headers;
  expect(await timing({ cookie: COOKIE, "if-none-match": etag! })).toBe("somebody");
});

test("a navigation of the framework is one thing for each place it comes from", async () => {
  const path = `/e/${camp.slug}/now?_rsc=a1`;
  render = async () => ({
    status: 200,
    headers: { "content-type": "text/x-component", vary: "rsc" },
    body: Buffer.from("0:1"),
  });
  const from = (tree: string) => get(path, { rsc: "1", "next-router-state-tree": tree, cookie: COOKIE });
  const answer = await from("home");
  await from("home");
  await from("register");
  expect(answer.headers).toMatchObject({ "content-type": "text/x-component", vary: "rsc, accept-encoding" });
  expect(answer.headers).not.toHaveProperty("content-security-policy");
  expect(asked.map(({ url, headers }) => [url, headers])).toEqual([
    [path, { rsc: "1", "next-router-state-tree": "home" }],
    [path, { rsc: "1", "next-router-state-tree": "register" }],
  ]);
});

test.each([
  ["a query", (slug: string) => `/e/${slug}/now?x=1`],
  ["another page of the camp", (slug: string) => `/e/${slug}/me`],
  ["a pitch of one's own", (slug: string) => `/e/${slug}/pitch`],
  ["the desk", (slug: string) => `/e/${slug}/desk`],
  ["a slash more", (slug: string) => `/e/${slug}/now/`],
  ["no camp", () => "/e/no-such-camp/now"],
  ["another spelling", (slug: string) => `/e/${slug.toUpperCase()}/now`],
])("for %s it is rendered for whoever asks", async (_, pathOf) => {
  expect((await get(pathOf(camp.slug))).body).toBe("for you alone");
  expect(asked).toEqual([]);
});

test.each<[string, Record<string, string>, string]>([
  ["a form that is sent", {}, "POST"],
  ["a navigation without its query", { rsc: "1" }, "GET"],
])("%s is answered for its sender", async (_, headers, method) => {
  expect((await get(`/e/${camp.slug}/now`, headers, method)).body).toBe("for you alone");
});

test("a navigation from a place nobody can be in is not remembered", async () => {
  const headers = { rsc: "1", "next-router-state-tree": "x".repeat(5_000) };
  expect((await get(`/e/${camp.slug}/now?_rsc=a`, headers)).body).toBe("for you alone");
});

test("a draft is rendered for whoever asks", async () => {
  const draft = await pitchingCamp(db, "draft");
  expect((await get(`/e/${draft.slug}`)).body).toBe("for you alone");
  expect(asked).toEqual([]);
});

test.each([301, 404, 500, 503])("what is answered %s is nobody else's", async (status) => {
  render = async () => ({ status, headers: { "content-type": "text/html" }, body: Buffer.from("no") });
  expect((await get(`/e/${camp.slug}/now`)).body).toBe("for you alone");
});

test("home is made once a second at most, and is never older", async () => {
  await db.update(event).set({ name: "x" }).where(eq(event.id, camp.eventId));
  const bodies = await Promise.all(Array.from({ length: 50 }, () => get("/")));
  expect(new Set(bodies.map(({ body }) => body)).size).toBe(1);
  expect(asked.map(({ url }) => url)).toEqual(["/"]);
  expect(Number((await get("/")).headers.age)).toBeLessThanOrEqual(1);
});
