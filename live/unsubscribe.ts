/**
 * What a mail program sends when its reader presses its own button to unsubscribe (RFC 8058). Whoever opens the address
 * instead is led to the page with one button: a GET changes nothing.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { setWillingness } from "#db/group-mail/unwilling.ts";
import { readBody } from "#live/body.ts";
import type { Live } from "#live/instance.ts";
import { goTo } from "#live/page.ts";
import { replyRefused } from "#live/reply.ts";

type Place = { slug: string; token: string };

/** As a form or in parts, whichever the program prefers. */
const ONE_CLICK = /List-Unsubscribe(?:=|"?\s+)One-Click/;

const MOST_BYTES = 4 * 1024;

/** `POST /live/{event}/unsubscribe/{token}`. */
export async function unsubscribe(
  { db }: Live,
  request: IncomingMessage,
  response: ServerResponse,
  { token }: Place,
): Promise<void> {
  const body = await readBody(request, MOST_BYTES);
  if (!body || !ONE_CLICK.test(body)) return replyRefused(response, "bad_input");
  const done = await setWillingness(db, token, "none", new Date());
  if (!done.ok) return replyRefused(response, done.refusal);
  response.writeHead(204, { "cache-control": "private, no-store" }).end();
}

export async function askToUnsubscribe(
  _: Live,
  __: IncomingMessage,
  response: ServerResponse,
  { slug, token }: Place,
): Promise<void> {
  goTo(response, `/e/${slug}/unsubscribe/${token}`);
}
