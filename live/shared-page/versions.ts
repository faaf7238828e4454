/**
 * The versions of the camps whose pages are asked for. A notification makes them be read again at once; one that was
 * lost delays a change by less than a second, because they are read again by the clock while anybody asks.
 */
import type { PartVersions } from "#db/snapshot.ts";
import type { VersionedPart } from "#domain/live.ts";
import type { Known } from "./freshness.ts";

/** Older than this they are read again while the known ones are used, and at last before any is used. */
const ASK_MS = 400;
const TRUST_MS = 800;

/** Camps remembered; one takes a hundred bytes. */
const MOST = 2_000;

/** What nobody may see late: what is published, in which phase, what was pitched and who is at the front. */
const FIRM = [
  "event",
  "announcements",
  "pitches",
  "line",
  "grid",
  "heads",
] as const satisfies readonly VersionedPart[];

/** Newer than whatever is kept of a camp that is there no more. */
const GONE = { any: Number.POSITIVE_INFINITY, firm: Number.POSITIVE_INFINITY };

type Camp = { known: Known | null; heard: boolean; reading: Promise<void> | null };

export class CampVersions {
  readonly #read: (eventId: string) => Promise<PartVersions | null>;
  readonly #now: () => number;
  readonly #camps = new Map<string, Camp>();

  constructor(
    read: (eventId: string) => Promise<PartVersions | null>,
    now: () => number = () => performance.now(),
  ) {
    this.#read = read;
    this.#now = now;
  }

  /** Something of a camp has changed; null where notifications of any may have been missed. */
  wake(eventId: string | null): void {
    if (eventId === null) for (const camp of this.#camps.values()) camp.heard = true;
    else {
      const camp = this.#camps.get(eventId);
      if (camp) camp.heard = true;
    }
  }

  /** Never newer than the database. @throws where it cannot be asked */
  find(eventId: string): Known | Promise<Known> {
    const camp = this.#campOf(eventId);
    const { known, heard } = camp;
    const age = known ? this.#now() - known.at : Number.POSITIVE_INFINITY;
    if (known && !heard && age < TRUST_MS) {
      if (age >= ASK_MS && !camp.reading) this.#readAgain(eventId, camp).catch(() => undefined);
      return known;
    }
    return this.#wait(eventId, camp);
  }

  async #wait(eventId: string, camp: Camp): Promise<Known> {
    // What is being read since before the change may not show it.
    if (camp.reading && camp.heard) await camp.reading.catch(() => undefined);
    await (camp.reading ?? this.#readAgain(eventId, camp));
    return camp.known!;
  }

  #readAgain(eventId: string, camp: Camp): Promise<void> {
    const at = this.#now();
    camp.heard = false;
    const reading = this.#read(eventId)
      .then(
        (found) => {
          if (!found) this.#camps.delete(eventId);
          camp.known = found ? { at, any: found.version, firm: firmOf(found) } : { at, ...GONE };
        },
        (fault) => {
          camp.heard = true;
          throw fault;
        },
      )
      .finally(() => {
        camp.reading = null;
      });
    camp.reading = reading;
    return reading;
  }

  #campOf(eventId: string): Camp {
    const camp = this.#camps.get(eventId) ?? { known: null, heard: true, reading: null };
    this.#camps.delete(eventId);
    this.#camps.set(eventId, camp);
    if (this.#camps.size > MOST) this.#camps.delete(this.#camps.keys().next().value!);
    return camp;
  }
}

function firmOf(found: PartVersions): number {
  return Math.max(...FIRM.map((part) => found[`${part}Version`]));
}
