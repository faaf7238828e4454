import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { z } from "zod";
import { syncDoor } from "#db/door.ts";
import { readCalls } from "#db/help-call.ts";
import { DOOR_ACTS } from "#domain/door/check-in.ts";
import { MOST_ACTS } from "#domain/door/news.ts";
import { LONGEST } from "#domain/limits.ts";
import { mayOf, whyNotCrew } from "#domain/viewer.ts";
import { readBody } from "#live/body.ts";
import type { Live } from "#live/instance.ts";
import { reply, replyRefused } from "#live/reply.ts";

const pack = promisify(gzip);

/** An act with its ids, so many of them, and some room. */
const MOST_BYTES = MOST_ACTS * 1_000;

/** Of a person that several doors checked in before they heard of each other: more would keep all a phone has from being taken. */
const MOST_UNDONE = 100;

const instant = z.number().int().min(0).max(8.64e15);
const id = z.uuid().toLowerCase();
const doorName = z.string().trim().max(LONGEST.doorName);

const report = z.object({
  since: instant.nullable(),
  door: doorName,
  acts: z
    .array(
      z.object({
        id,
        registrationId: id,
        dayId: id,
        kind: z.enum(DOOR_ACTS),
        at: instant,
        undoes: z.array(id).max(MOST_UNDONE),
        door: doorName,
      }),
    )
    .max(MOST_ACTS),
});

/** `POST /live/{event}/door`: what was tapped on a phone at the door, answered by what it does not know, and by who calls for help. */
export async function door(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  { slug }: { slug: string },
): Promise<void> {
  const camp = await live.camps(slug);
  const viewer = await live.viewers.find(request, camp?.id ?? null);
  const { person, crew, deviceId } = viewer;
  if (!person || !deviceId) return replyRefused(response, "signed_out");
  const may = camp && mayOf(crew, "checkIn");
  if (!may) return replyRefused(response, whyNotCrew(viewer));
  if (!live.limit.take(deviceId, performance.now())) return replyRefused(response, "too_many");
  const sent = report.safeParse(parsed(await readBody(request, MOST_BYTES)));
  if (!sent.success) return replyRefused(response, "bad_input");
  const news = await syncDoor(live.db, may, deviceId, sent.data, new Date());
  if (!news.ok) return replyRefused(response, news.refusal);
  const helps = mayOf(crew, "takeTasks");
  const calls = helps ? await readCalls(live.db, helps.eventId) : [];
  const answer = { ...news.value, ...(calls.length > 0 && { calls }) };
  if (!/\bgzip\b/.test(String(request.headers["accept-encoding"]))) return reply(response, 200, answer);
  // A list of five thousand is a fifth of that.
  const body = await pack(JSON.stringify(answer));
  const headers = { "content-type": "application/json; charset=utf-8", "content-encoding": "gzip" };
  const kept = { "content-length": body.length, "cache-control": "private, no-store" };
  response.writeHead(200, { ...headers, ...kept }).end(body);
}

function parsed(body: string | null): unknown {
  try {
    return JSON.parse(body ?? "");
  } catch {
    return null;
  }
}
