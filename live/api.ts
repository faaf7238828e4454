/**
 * `/api/v1`: a camp's published grid for other programs, as strangers may read it. An answer is the same for
 * everybody, so it is made once and kept while nothing changed.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { readChangelog } from "#db/publication/changelog.ts";
import { readSnapshot } from "#db/snapshot.ts";
import { permits } from "#domain/event.ts";
import { env } from "#env.ts";
import { changesAnswer, eventAnswer, roomsAnswer, sessionsAnswer, slotsAnswer } from "#live/api/answers.ts";
import { openapi, PARTS_OF_A_CAMP, type PartOfACamp } from "#live/api/openapi.ts";
import { PROBLEM, problemOf } from "#live/api/problem.ts";
import { complain } from "#live/complain.ts";
import type { Live } from "#live/instance.ts";
import { answerPacked, type Packed, packed } from "#live/packed.ts";
import { PageMemory } from "#live/shared-page/memory.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const pitches = wordsOf("pitch");
const words = wordsOf("api");

const CAMP = new RegExp(
  `^/api/v1/events/(?<slug>[a-z0-9-]+)(?<path>${Object.values(PARTS_OF_A_CAMP)
    .map(({ path }) => path)
    .join("|")})$`,
);

/** Whoever's page asks may read it, and a cache may keep it if it asks again. */
const OPEN = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "etag, age, retry-after",
  "cross-origin-resource-policy": "cross-origin",
} as const;

const SAID = {
  ...OPEN,
  "content-type": "application/json; charset=utf-8",
  "cache-control": "public, no-cache",
  vary: "accept-encoding",
};

/** How old an answer may be though no version changed, in milliseconds. */
const OLDEST_MS = 60_000;
const MOST_BYTES = 16 * 1024 * 1024;

const memories = new WeakMap<Live, PageMemory<Packed>>();

/** Answers whatever is asked under `/api/`. */
export async function api(live: Live, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(OPEN)) response.setHeader(name, value);
  const { method = "" } = request;
  if (method === "OPTIONS") return allow(response);
  if (method !== "GET" && method !== "HEAD")
    return refuse(request, response, 405, words.readOnly, { allow: "GET, HEAD, OPTIONS" });
  try {
    const found = await find(live, (request.url ?? "").split("?", 1)[0]!);
    if (!found) return refuse(request, response, 404, words.noSuch);
    response.setHeader("age", Math.ceil(found.age / 1000));
    answerPacked(request, response, found.page);
  } catch (fault) {
    complain("the API could not answer", fault);
    if (response.headersSent) return void response.destroy();
    refuse(request, response, 503, words.away, { "retry-after": "5" });
  }
}

/** A browser asks first before it sends If-None-Match from another site (Fetch, 3.2). */
function allow(response: ServerResponse): void {
  response
    .writeHead(204, {
      "access-control-allow-methods": "GET, HEAD",
      "access-control-allow-headers": "if-none-match, accept",
      "access-control-max-age": "86400",
    })
    .end();
}

function refuse(
  { method }: IncomingMessage,
  response: ServerResponse,
  status: keyof typeof words.problems,
  detail: string,
  headers: Record<string, string> = {},
): void {
  const body = JSON.stringify(problemOf(status, words.problems[status], detail));
  const length = Buffer.byteLength(body);
  response.writeHead(status, {
    ...headers,
    "content-type": PROBLEM,
    "content-length": length,
    "cache-control": "no-store",
  });
  response.end(method === "HEAD" ? undefined : body);
}

async function find(live: Live, path: string): Promise<{ page: Packed; age: number } | null> {
  if (path === "/api/v1/openapi.json") return { page: await describedIn(readerLocale()), age: 0 };
  const named = CAMP.exec(path)?.groups;
  if (!named) return null;
  const camp = await live.camps(named.slug!);
  if (!camp || !permits(camp.phase, "visit")) return null;
  const part = partAt(named.path!);
  return memoryOf(live).find(`${readerLocale()} ${path}`, {
    versions: () => live.versions.find(camp.id),
    render: async () => json(await answerOf(live, camp.id, part)),
    oldest: OLDEST_MS,
  });
}

/** By the language of their words: nothing else in them changes while we run. */
const descriptions = new Map<string, Promise<Packed>>();

function describedIn(locale: string): Promise<Packed> {
  const made = descriptions.get(locale) ?? json(openapi(env().ORIGIN, words));
  descriptions.set(locale, made);
  return made;
}

const json = (answer: object) => packed(Buffer.from(JSON.stringify(answer)), SAID);

const partAt = (path: string) =>
  (Object.keys(PARTS_OF_A_CAMP) as PartOfACamp[]).find((name) => PARTS_OF_A_CAMP[name].path === path)!;

async function answerOf(live: Live, eventId: string, part: PartOfACamp): Promise<object> {
  // From the database, as its versions are: what the hub has may be older than they say.
  const seen = await readSnapshot(live.db, eventId, "public", pitches.hidden);
  if (part === "event") return eventAnswer(seen, env().ORIGIN);
  if (part === "sessions") return sessionsAnswer(seen);
  if (part === "rooms") return roomsAnswer(seen);
  if (part === "slots") return slotsAnswer(seen);
  const { entries, cut } = await readChangelog(live.db, eventId);
  return changesAnswer(seen, entries, cut);
}

function memoryOf(live: Live): PageMemory<Packed> {
  const memory = memories.get(live) ?? new PageMemory<Packed>(MOST_BYTES);
  memories.set(live, memory);
  return memory;
}
