/**
 * The live handlers of this process, on bare Node HTTP in front of the framework: streams out, taps in.
 * The same commands and the same viewers as everywhere, and nothing in between.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { database } from "#db/connection.ts";
import type { EventView } from "#domain/event.ts";
import { env } from "#env.ts";
import { type Live, openLive } from "#live/instance.ts";
import { route } from "#live/routes.ts";

let opened: Live | null = null;

/** This process's own, opened at first use. */
function live(): Live {
  opened ??= openLive(database(), env().DATABASE_URL ?? "");
  return opened;
}

/** Answers a request for a live handler. @returns whether it was one */
export function answer(request: IncomingMessage, response: ServerResponse): boolean {
  return route(live, request, response);
}

/** A camp by the name in its address, remembered for a moment. */
export function campAt(slug: string): Promise<EventView | null> {
  return live().camps(slug);
}

/** Starts listening and counting before anybody asks. */
export function startLive(): void {
  live();
}

/** Ends every stream, which would otherwise keep the process for ever, and counts what is marked. */
export async function endStreams(): Promise<void> {
  const ending = opened;
  opened = null;
  await ending?.end();
}
