import type { IncomingMessage } from "node:http";
import type { Database } from "#db/connection.ts";
import { hashToken } from "#db/id.ts";
import { findViewer } from "#db/viewer.ts";
import { readCookie } from "#domain/cookie.ts";
import { NOBODY, type Viewer } from "#domain/viewer.ts";
import { env } from "#env.ts";
import { type Known, whenKnown } from "#live/known.ts";

/** A place given back counts after this long at the latest; every command checks again what matters. */
const REMEMBERED_MS = 10_000;
const MOST = 5_000;

type Entry = { viewer: Known<Viewer>; until: number };

export class Viewers {
  readonly #db: Database;
  readonly #known = new Map<string, Entry>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** Who holds the request's cookie, remembered for a moment. */
  find(request: IncomingMessage, eventId: string | null): Known<Viewer> {
    const token = cookie(request.headers.cookie);
    if (!token) return NOBODY;
    const key = `${eventId} ${hashToken(token)}`;
    const known = this.#known.get(key);
    if (known && known.until > performance.now()) return known.viewer;
    const viewer = findViewer(this.#db, token, eventId);
    const entry: Entry = { viewer, until: performance.now() + REMEMBERED_MS };
    this.#remember(key, entry);
    const forget = () => this.#known.delete(key);
    viewer.then((found) => {
      entry.viewer = found;
      // Whoever has no role or ticket here may get one with their next page, and tap at once.
      if (!found.attendee && !found.crew) forget();
    }, forget);
    return viewer;
  }

  forget(request: IncomingMessage, eventId: string): void {
    const token = cookie(request.headers.cookie);
    if (token) this.#known.delete(`${eventId} ${hashToken(token)}`);
  }

  /** Forgets a device or a person at every camp, or everybody (null). */
  forgetAll(who: string | null): void {
    for (const [key, { viewer }] of this.#known)
      void Promise.resolve(
        whenKnown(viewer, ({ deviceId, person }) => {
          if (who === null || who === deviceId || who === person?.id) this.#known.delete(key);
        }),
      ).catch(ignore);
  }

  #remember(key: string, entry: Entry): void {
    this.#known.delete(key);
    this.#known.set(key, entry);
    // A Map keeps the order of insertion: the first is the oldest.
    if (this.#known.size > MOST) this.#known.delete(this.#known.keys().next().value!);
  }
}

/** Whether a request brings our cookie: whoever does not is nobody. */
export function hasToken(request: IncomingMessage): boolean {
  return cookie(request.headers.cookie) !== null;
}

const ignore = () => undefined;

function cookie(header: string | undefined): string | null {
  return readCookie(env().ORIGIN, header);
}
