import type { IncomingMessage, ServerResponse } from "node:http";
import { isArchivable } from "#domain/archive.ts";
import { env } from "#env.ts";
import { exportCamp } from "#live/archive/read.ts";
import { findCrew } from "#live/asker.ts";
import type { Live } from "#live/instance.ts";
import { replyRefused } from "#live/reply.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("archive");

/** `GET /live/{event}/archive`: the public camp in one file, for its organisers to keep. A draft has none. */
export async function archive(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  { slug }: { slug: string },
): Promise<void> {
  const asker = await findCrew(live, request, slug, "changeSettings");
  if (!asker.ok) return replyRefused(response, asker.refusal);
  if (!isArchivable(asker.value)) return replyRefused(response, "not_found");
  const { zip } = await exportCamp(live.db, asker.value, env().ORIGIN);
  response.writeHead(200, {
    "content-type": "application/zip",
    "content-length": zip.length,
    "content-disposition": `attachment; filename="${words.file(slug)}"`,
    "cache-control": "private, no-store",
  });
  response.end(zip);
}
