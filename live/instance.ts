import type { Database } from "#db/connection.ts";
import { readPartVersions } from "#db/snapshot.ts";
import type { Tap } from "#db/voting/upsert.ts";
import { raiseHands, type TapAnswer } from "#db/voting.ts";
import type { EventView } from "#domain/event.ts";
import type { CampQuestion } from "#domain/question.ts";
import { inBatches } from "#live/batch.ts";
import { campsOf } from "#live/camp.ts";
import { Hub } from "#live/hub.ts";
import type { Known } from "#live/known.ts";
import { Limit } from "#live/limit.ts";
import { NoteStreams } from "#live/note-streams.ts";
import { questionsOf } from "#live/registration/questions.ts";
import { openRush, type Rush } from "#live/registration/rush.ts";
import { CampVersions } from "#live/shared-page/versions.ts";
import { Ticker } from "#live/ticker.ts";
import { Viewers } from "#live/viewer.ts";
import { WeighingCache } from "#live/weighing-cache.ts";

/** A phone that was offline for an hour: a hand for every pitch at once, then some each second. */
const TAPS = { burst: 120, perSecond: 8 };

export type Live = {
  db: Database;
  hub: Hub;
  ticker: Ticker;
  viewers: Viewers;
  notes: NoteStreams;
  versions: CampVersions;
  limit: Limit;
  weighed: WeighingCache;
  camps: (slug: string) => Known<EventView | null>;
  questions: (eventId: string) => Promise<readonly CampQuestion[]>;
  raise: (tap: Tap) => Promise<TapAnswer>;
  register: Rush;
  /** Ends the streams, counts what is marked, and stops listening. */
  end(): Promise<void>;
};

/** @param url where the database is, for the listening connection */
export function openLive(db: Database, url: string): Live {
  const viewers = new Viewers(db);
  const versions = new CampVersions((eventId) => readPartVersions(db, eventId));
  const notes = new NoteStreams();
  const hub = new Hub(
    db,
    url,
    (who) => {
      viewers.forgetAll(who);
      notes.endOf(who);
    },
    (eventId) => versions.wake(eventId),
    (written) => notes.tell(written),
  );
  const ticker = new Ticker(db);
  return {
    db,
    hub,
    ticker,
    viewers,
    notes,
    versions,
    limit: new Limit(TAPS.burst, TAPS.perSecond),
    weighed: new WeighingCache(db),
    camps: campsOf(db),
    questions: questionsOf(db),
    register: openRush(db),
    raise: inBatches((taps) => raiseHands(db, taps, new Date())),
    end: async () => {
      notes.end();
      await Promise.all([hub.end(), ticker.end()]);
    },
  };
}
