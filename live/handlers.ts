/** The live handlers of this process, on bare Node HTTP in front of the framework. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { database } from "#db/connection.ts";
import type { EventView } from "#domain/event.ts";
import { env } from "#env.ts";
import type { Again } from "#live/again.ts";
import { type Live, openLive } from "#live/instance.ts";
import type { Known } from "#live/known.ts";
import { keepRehearsalsApart } from "#live/rehearsal.ts";
import { route } from "#live/routes.ts";
import type { Render } from "#live/shared-page/framework.ts";
import { type SharePages, sharePages } from "#live/shared-page.ts";

let opened: Live | null = null;

/** Opened at first use. */
function live(): Live {
  opened ??= openLive(database(), env().DATABASE_URL ?? "");
  return opened;
}

/** @returns whether the request was for a live handler */
export function answer(request: IncomingMessage, response: ServerResponse, again: Again): boolean {
  return route(live, request, response, again);
}

/** Answers shared pages from memory. @param render how the framework renders one as nobody sees it */
export function sharedPages(render: Render): SharePages {
  return sharePages(live, render);
}

/** Null for a slug that is no camp's; remembered for a moment. */
export function campAt(slug: string): Known<EventView | null> {
  return live().camps(slug);
}

/** Goes on, but with what strangers are not shown: a copy for a rehearsal. */
export function whenShown(request: IncomingMessage, response: ServerResponse, goOn: () => void): void {
  keepRehearsalsApart(live, request, response, goOn);
}

/** Starts listening and counting before anybody asks. */
export function startLive(): void {
  live();
}

/** Ends every stream, which would otherwise keep the process alive, and counts the hands that are marked. */
export async function endStreams(): Promise<void> {
  const ending = opened;
  opened = null;
  await ending?.end();
}
