/** Every camp watched on this instance. Versions are polled too, so that a lost notification only delays a change. */
import type { Database } from "#db/connection.ts";
import { readVersions } from "#db/snapshot.ts";
import { type Listener, listen } from "#db/wake.ts";
import { Broadcast } from "#live/broadcast.ts";
import { complain } from "#live/complain.ts";

const LOOK_MS = 1_500;
/** How often a screen gets a beat. Screens give up after missing three. */
export const BEAT_MS = 15_000;

/** How a word about notes begins. */
const NOTED = "note ";

export class Hub {
  readonly #db: Database;
  readonly #broadcasts = new Map<string, Promise<Broadcast>>();
  readonly #listener: Listener;
  readonly #timers: NodeJS.Timeout[];
  #changes = 0;

  /**
   * @param forget whose rights changed, by device or person; null for anybody's, when notifications may be missing
   * @param wake which camp changed; null for any of them, likewise
   * @param noted what was written of which session, as db/note/document.ts says it
   */
  constructor(
    db: Database,
    url: string,
    forget: (who: string | null) => void,
    wake: (eventId: string | null) => void,
    noted: (written: string) => void = () => {},
  ) {
    this.#db = db;
    const changed = (who: string | null) => {
      this.#changes += 1;
      forget(who);
      void this.#each((camp) => camp.endOf(who));
    };
    this.#listener = listen(
      db,
      url,
      (id, about) => {
        if (about === "standing") return changed(id);
        if (about.startsWith(NOTED)) return noted(about.slice(NOTED.length));
        wake(id);
        void this.#wake(id);
      },
      () => {
        changed(null);
        wake(null);
        void this.#look();
      },
    );
    this.#timers = [
      setInterval(() => void this.#look(), LOOK_MS),
      setInterval(() => this.#each((camp) => camp.beat()), BEAT_MS),
    ];
  }

  /** How often anybody's rights have changed: whoever was looked up before the last time is looked up again. */
  get changes(): number {
    return this.#changes;
  }

  /** A camp's broadcast, read when nobody watched it yet. @throws when it is gone */
  async camp(eventId: string): Promise<Broadcast> {
    const opening = this.#broadcasts.get(eventId);
    if (opening) {
      const known = await opening;
      known.touch();
      return known;
    }
    const opened = Broadcast.open(this.#db, eventId);
    this.#broadcasts.set(eventId, opened);
    opened.catch(() => this.#broadcasts.delete(eventId));
    const camp = await opened;
    // A change between the reading and now woke nobody here.
    void camp.refresh();
    return camp;
  }

  async end(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.#each((camp) => camp.end());
    this.#broadcasts.clear();
    await this.#listener.end();
  }

  async #wake(eventId: string): Promise<void> {
    await (await this.#broadcasts.get(eventId)?.catch(() => undefined))?.refresh();
  }

  async #look(): Promise<void> {
    try {
      const camps = new Map<string, Broadcast>();
      for (const [eventId, opening] of this.#broadcasts) {
        const camp = await opening.catch(() => undefined);
        if (camp) camps.set(eventId, camp);
      }
      if (camps.size === 0) return;
      const versions = await readVersions(this.#db, [...camps.keys()]);
      for (const [eventId, camp] of camps) {
        // Only once the database has answered: while it is away nothing known may be forgotten.
        if (camp.silent) this.#broadcasts.delete(eventId);
        else if ((versions.get(eventId) ?? 0) > camp.version) void camp.refresh();
      }
    } catch (fault) {
      complain("versions could not be read", fault);
    }
  }

  async #each(act: (camp: Broadcast) => void): Promise<void> {
    for (const opening of [...this.#broadcasts.values()]) {
      const camp = await opening.catch(() => undefined);
      if (camp) act(camp);
    }
  }
}
