/** The live handlers alone, on a port of their own, and what phones do to them. */
import http from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "#db/connection.ts";
import { holdTicket, startDevice } from "#db/device.ts";
import { cookieName } from "#domain/cookie.ts";
import type { Attendee } from "#domain/viewer.ts";
import type { Again } from "#live/again.ts";
import { type Live, openLive } from "#live/instance.ts";
import { route } from "#live/routes.ts";

export type LiveServer = { origin: string; live: Live; close(): Promise<void> };

/** Loaded when it is first needed: few tests draw a page. */
export const again: Again = (_, response, status, returned) => {
  void import("./returned.tsx").then(({ showAgain }) => showAgain(response, status, returned));
};

/** An instance on one database. Close it before the database goes. */
export async function liveServer(db: Database, url: string): Promise<LiveServer> {
  const live = openLive(db, url);
  // Beginning to listen ends the streams that were opened before: a browser comes back, a test's screen does not.
  while (live.hub.changes === 0) await sleep(5);
  const server = http.createServer((request, response) => {
    if (!route(() => live, request, response, again)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    live,
    close: async () => {
      await live.end();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A phone that holds somebody's ticket, or a laptop where crew is signed in: its Cookie header. */
export async function deviceOf(db: Database, who: Attendee | { personId: string }): Promise<string> {
  const personId = "personId" in who ? who.personId : null;
  const { id, token } = await startDevice(db, { personId });
  if ("registrationId" in who) await holdTicket(db, id, who.registrationId);
  return `${cookieName("http:")}=${token}`;
}

/** Taps, and returns the answer with its parsed body. */
export async function tap(
  origin: string,
  cookie: string | undefined,
  slug: string,
  pitch: string,
  { up = true, castAt }: { up?: boolean; castAt?: number | string } = {},
) {
  const response = await fetch(`${origin}/live/${slug}/pitches/${pitch}/hand`, {
    method: up ? "PUT" : "DELETE",
    headers: { ...(cookie && { cookie }), ...(castAt !== undefined && { "cast-at": String(castAt) }) },
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
