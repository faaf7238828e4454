/** A form that was not taken is answered with its own page: the framework draws it in place of what was asked for. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { packed, RETURNED, type Returned } from "#domain/registration/returned.ts";

/** Answers with the page of registering, as it was filled in. @param status what the answer says instead of 200 */
export type Again = (
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  returned: Returned,
) => void;

/** What describes the form that was sent, and what the browser has of the page, which is not this one. */
const SENT = /^(content-|if-|range$|expect$)/;

/** Makes a request whose body has been read one for the page that shows it again. */
export function askAgain(request: IncomingMessage, returned: Returned): void {
  request.method = "GET";
  request.url = `/e/${returned.camp.slug}/register`;
  for (const name of Object.keys(request.headers)) if (SENT.test(name)) delete request.headers[name];
  request.headers[RETURNED] = packed(returned);
}

/** An answer that would be 200 takes another status; any other keeps its own. */
export function withStatus(response: ServerResponse, status: number): void {
  const { writeHead } = response;
  response.writeHead = ((drawn: number, ...rest: never[]) =>
    Reflect.apply(writeHead, response, [drawn === 200 ? status : drawn, ...rest])) as typeof writeHead;
}
