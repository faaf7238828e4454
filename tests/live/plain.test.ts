import { createHash } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { event } from "#db/schema/event.ts";
import { publishedSession } from "#db/schema/publication.ts";
import type { Phase } from "#domain/event.ts";
import { openLive } from "#live/instance.ts";
import { answerInLanguage } from "#live/language.ts";
import { route } from "#live/routes.ts";
import { haveLanguages } from "#messages/words.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { again, type LiveServer, liveServer } from "#tests/support/live.ts";
import { MORNING, organiser, type PitchingCamp, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { publishedCamp } from "#tests/support/published.ts";

let db: Database;
let server: LiveServer;

beforeAll(async () => {
  // The page says the minute: two readings of it must fall into the same one.
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-07-14T12:53:00Z") });
  const fresh = await freshDatabase();
  db = fresh.db;
  server = await liveServer(db, fresh.url);
});
afterAll(() => {
  vi.useRealTimers();
  return server.close();
});

const get = (path: string, init: RequestInit = {}) => fetch(`${server.origin}${path}`, init);

async function campIn(phase: Phase): Promise<PitchingCamp> {
  return pitchingCamp(db, phase);
}

describe("the plain page of a camp", () => {
  let camp: PitchingCamp;
  let page: string;
  beforeAll(async () => {
    camp = await publishedCamp(db, new Date());
    page = await (await get(`/now/${camp.slug}`, { headers: { "accept-encoding": "identity" } })).text();
  });

  test("says what is on, what is next, and then everything, in under 14 kB", () => {
    const [, on, next, all] = page.split(/<h2>/);
    expect(on).toMatch(/^On now.*Slot 3/s);
    expect(on?.match(/<li>/g)).toHaveLength(8);
    expect(next).toMatch(/^Next, at .*Slot 4/s);
    expect(all?.match(/<h3>/g)).toHaveLength(5);
    expect(all?.match(/<li>/g)).toHaveLength(40);
    expect(page.split(/<h2>/).at(-1)?.match(/<li>/g)).toHaveLength(3);
    expect(Buffer.byteLength(page)).toBeLessThan(14 * 1024);
  });

  test("names what became one with a session beside it", async () => {
    const merged = await publishedCamp(db, new Date());
    const of = eq(publishedSession.eventId, merged.eventId);
    const [first] = await db
      .select()
      .from(publishedSession)
      .where(of)
      .orderBy(publishedSession.position)
      .limit(1);
    await db.insert(publishedSession).values({
      ...{ eventId: merged.eventId, number: first!.number, position: 999, pitchId: newId() },
      ...{ partOf: first!.pitchId, title: "Video on no budget", hosts: ["Rhys"] },
    });
    const said = await (await get(`/now/${merged.slug}`)).text();
    expect(said.split(first!.title)[1]).toMatch(/^<\/a>[^<]*\. And “Video on no budget”/);
  });

  test("asks for nothing more: no script, no picture, no font, and a policy that allows none", async () => {
    expect(page).not.toMatch(/<(script|img|link|iframe)|url\(|@import/i);
    const policy = (await get(`/now/${camp.slug}`)).headers.get("content-security-policy") ?? "";
    const style = /<style>(.*)<\/style>/s.exec(page)![1]!;
    const hash = createHash("sha256").update(style).digest("base64");
    expect(policy).toContain(`style-src 'sha256-${hash}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
  });

  test("is the same at its other address, zipped for who can read that, and not sent twice", async () => {
    const other = await get(`/e/${camp.slug}/plain`);
    expect(other.headers.get("content-encoding")).toBe("gzip");
    expect(await other.text()).toBe(page);
    const etag = other.headers.get("etag")!;
    const again = await get(`/now/${camp.slug}`, { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  });

  test("a HEAD says as much as a GET and sends nothing", async () => {
    const head = await get(`/now/${camp.slug}`, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
  });
});

test("what somebody typed stays text, and what is not listed stays unsaid", async () => {
  const camp = await campIn("pitching");
  const dan = await organiser(db, camp);
  await bringPitchFor(db, dan, pitchForm("<script>alert(1)</script>"), ["<b>Ama</b>"], MORNING);
  await bringPitchFor(db, dan, pitchForm("Secret plans", { noteLevel: "unlisted" }), ["Rhys"], MORNING);
  const page = await (await get(`/now/${camp.slug}`)).text();
  expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;, with &lt;b&gt;Ama&lt;/b&gt;");
  expect(page).not.toMatch(/<script|Secret plans|Rhys/);
});

test("without a name it shows the one camp that is on, and lists it to whoever goes back to the list", async () => {
  const fresh = await freshDatabase();
  const alone = await liveServer(fresh.db, fresh.url);
  onTestFinished(() => alone.close());
  const [on, coming] = [await pitchingCamp(fresh.db, "sessions"), await pitchingCamp(fresh.db, "tickets")];
  const textOf = async (path: string) => (await fetch(alone.origin + path)).text();
  expect(await textOf("/now")).toContain(`href="/e/${on.slug}/now"`);
  const list = await textOf("/now?page=1");
  for (const { slug } of [on, coming]) expect(list).toContain(`href="/now/${slug}"`);
});

test("without a name it lists the camps that are on; a draft and a wrong name are not found", async () => {
  const [on, draft] = [await campIn("doors"), await campIn("draft")];
  const list = await (await get("/now")).text();
  expect(list).toContain(`href="/now/${on.slug}"`);
  expect(list).not.toContain(draft.slug);
  for (const slug of [draft.slug, "no-such-camp"]) {
    const answer = await get(`/now/${slug}`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toContain("text/html");
  }
});

test("a camp that was shown at /now is shown in its own language at its own address", async () => {
  haveLanguages(["en-GB", "el-x-accented"]);
  onTestFinished(() => haveLanguages([]));
  const { db, url } = await freshDatabase();
  const live = openLive(db, url);
  const alone = http.createServer((request, response) =>
    answerInLanguage(request, live.camps, () => route(() => live, request, response, again)),
  );
  await new Promise<void>((resolve) => alone.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    alone.close();
    await live.end();
  });
  const { eventId, slug } = await pitchingCamp(db, "sessions");
  await db.update(event).set({ locale: "el-x-accented" }).where(eq(event.id, eventId));
  const { port } = alone.address() as AddressInfo;
  const languageOf = async (path: string) => {
    const page = await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
    return /<html lang="([^"]*)"/.exec(page)?.[1];
  };
  expect(await languageOf("/now")).toBe("en-GB");
  expect(await languageOf(`/now/${slug}`)).toBe("el-x-accented");
});
