import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { syncNote, type Writer, writerId, writingAs } from "#db/note/writing.ts";
import type { EventView } from "#domain/event.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { keyOf, type RunId } from "#domain/run.ts";
import { readRunKey } from "#domain/star.ts";
import type { Viewer } from "#domain/viewer.ts";
import { findAsker } from "#live/asker.ts";
import { readBody } from "#live/body.ts";
import type { Live } from "#live/instance.ts";
import { reply, replyRefused } from "#live/reply.ts";

/** What a phone wrote in an hour without a network, in Base64, with room to spare. */
const MOST_BYTES = 1_000_000;

const bytes = z
  .string()
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)
  .transform((text) => new Uint8Array(Buffer.from(text, "base64")));

const sent = z.object({
  epoch: z.number().int().positive(),
  vector: bytes,
  update: bytes.nullable(),
});

type Place = { slug: string; run: string };
type Found = { camp: EventView; viewer: Viewer; who: Writer; run: RunId };

/** @returns refused `no_ticket` also for a page still open from before this phone was handed on */
async function findWriter(
  live: Live,
  request: IncomingMessage,
  { slug, run }: Place,
): Promise<Result<Found, "not_found" | "no_ticket">> {
  const about = readRunKey(run);
  const asker = await findAsker(live, request, slug);
  if (!asker || !about) return refused("not_found");
  const who = writingAs(asker.viewer);
  const sentFor = request.headers["sent-for"];
  if (!who || (sentFor !== undefined && sentFor !== writerId(who))) return refused("no_ticket");
  return granted({ ...asker, who, run: about });
}

/** `POST` adds what somebody wrote, if anything, and answers with what they lack; safe to repeat. */
export async function writeNote(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  place: Place,
): Promise<void> {
  const found = await findWriter(live, request, place);
  if (!found.ok) return replyRefused(response, found.refusal);
  const { camp, viewer, who, run } = found.value;
  if (!live.limit.take(viewer.deviceId!, performance.now())) return replyRefused(response, "too_many");
  const input = sent.safeParse(parsed(await readBody(request, MOST_BYTES)));
  if (!input.success) return replyRefused(response, "bad_input");
  const done = await syncNote(live.db, who, run, input.data, new Date());
  if (!done.ok) {
    live.viewers.forget(request, camp.id);
    return replyRefused(response, done.refusal);
  }
  const { update, ...news } = done.value;
  reply(response, 200, { note: keyOf(run), ...news, update: Buffer.from(update).toString("base64") });
}

/** `GET`, as server-sent events: that something was written, and nothing of what. Asking for it is where that is judged. */
export async function noteStream(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  place: Place,
): Promise<void> {
  const { changes } = live.hub;
  const found = await findWriter(live, request, place);
  if (!found.ok) return replyRefused(response, found.refusal);
  const { viewer, run } = found.value;
  if (response.destroyed) return;
  response.removeHeader("transfer-encoding");
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    // As of the camp's stream (live/stream.ts).
    "cache-control": "no-cache, no-transform",
    "x-accel-buffering": "no",
  });
  const who = [viewer.deviceId, viewer.person?.id].filter((id) => id != null);
  live.notes.add(keyOf(run), { response, who });
  if (live.hub.changes !== changes) response.end();
}

function parsed(body: string | null): unknown {
  try {
    return JSON.parse(body ?? "");
  } catch {
    return null;
  }
}
