import type { IncomingMessage, ServerResponse } from "node:http";
import { ping } from "#db/ping.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("gate");

/**
 * Answers `/healthz` (this process runs) and `/readyz` (it is warm and reaches its database). In front of the gate,
 * because a balancer asks by number and not by name.
 * @param warm whether the routes have been asked once
 * @returns whether the request was one of the two
 */
export function answerHealth(request: IncomingMessage, response: ServerResponse, warm: boolean): boolean {
  if (request.url === "/healthz") reply(response, true, words.alive);
  else if (request.url !== "/readyz") return false;
  else if (!warm) reply(response, false, words.notReady);
  else ping().then((there) => reply(response, there, there ? words.ready : words.notReady));
  return true;
}

function reply(response: ServerResponse, good: boolean, text: string): void {
  response.writeHead(good ? 200 : 503, {
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store",
  });
  response.end(`${text}\n`);
}
