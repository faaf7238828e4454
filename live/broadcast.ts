/** One camp as one instance sends it: read once, cut and serialised once per audience, for any number of screens. */
import type { Database } from "#db/connection.ts";
import { readChange, readWhole } from "#db/snapshot.ts";
import { type Audience, cutFor, withHandsOfListed } from "#domain/live/audience.ts";
import { apply, type Change, join, type Screen, type Snapshot, saysSomething } from "#domain/live.ts";
import { complain } from "#live/complain.ts";
import { Connection } from "#live/connection.ts";
import { messagesIn } from "#messages/words.ts";

/** At most one message per screen in so many milliseconds. Phones share the network of one hall. */
export const FLUSH_MS: Record<Screen, number> = { phone: 250, wall: 50, desk: 50 };

/** A camp that nobody watches for so long is forgotten. */
const SILENT_MS = 10_000;

type Pace = {
  connections: Set<Connection>;
  pending: Change | null;
  timer: NodeJS.Timeout | null;
  last: number;
};
const pace = (): Pace => ({
  connections: new Set(),
  pending: null,
  timer: null,
  last: Number.NEGATIVE_INFINITY,
});

export class Broadcast {
  readonly #db: Database;
  readonly #paces: Record<Screen, Pace> = { phone: pace(), wall: pace(), desk: pace() };
  readonly #snapshots = new Map<Audience, { v: number; text: string }>();
  #known: Snapshot;
  #asked = performance.now();
  #reading = false;
  #again = false;

  private constructor(db: Database, known: Snapshot) {
    this.#db = db;
    this.#known = known;
  }

  /** @throws when there is no such camp */
  static async open(db: Database, eventId: string): Promise<Broadcast> {
    return new Broadcast(db, await readWhole(db, eventId));
  }

  get version(): number {
    return this.#known.v;
  }

  /** Whether nobody watches, nor has asked for a while. */
  get silent(): boolean {
    if (performance.now() - this.#asked < SILENT_MS) return false;
    return Object.values(this.#paces).every(({ connections }) => connections.size === 0);
  }

  touch(): void {
    this.#asked = performance.now();
  }

  /** Everything an audience may see now, as JSON. */
  snapshot(audience: Audience): string {
    const kept = this.#snapshots.get(audience);
    if (kept?.v === this.#known.v) return kept.text;
    const text = JSON.stringify(this.#cut(this.#known, audience));
    this.#snapshots.set(audience, { v: this.#known.v, text });
    return text;
  }

  /** Adds a screen, which gets a whole snapshot first. @param who its device and person, for `endOf` */
  add(
    response: ConstructorParameters<typeof Connection>[0],
    screen: Screen,
    audience: Audience,
    who: readonly string[] = [],
  ): Connection {
    const whole = () => frame(this.#known.v, this.snapshot(audience));
    const connection = new Connection(response, screen, audience, whole, who);
    this.#paces[screen].connections.add(connection);
    response.once("close", () => this.#paces[screen].connections.delete(connection));
    connection.send(whole());
    return connection;
  }

  /** Reads and sends what is newer. Asked again meanwhile, it reads once more afterwards. */
  async refresh(): Promise<void> {
    this.#again = true;
    if (this.#reading) return;
    this.#reading = true;
    try {
      while (this.#again) {
        this.#again = false;
        const change = await readChange(this.#db, this.#known.event.id, this.#known.v);
        if (change) this.#learn(change);
      }
    } catch (fault) {
      complain("a camp could not be read again", fault);
    } finally {
      this.#reading = false;
    }
  }

  beat(): void {
    const message = Buffer.from(`event: beat\ndata: ${this.#known.v}\n\n`);
    for (const connection of this.#connections()) connection.beat(message);
  }

  /** Ends the streams of a device or a person, or of all desks (null): they reconnect with their present rights. */
  endOf(who: string | null): void {
    for (const connection of this.#connections())
      if (who === null ? connection.screen === "desk" : connection.who.includes(who)) connection.end();
  }

  end(): void {
    for (const { timer } of Object.values(this.#paces)) if (timer) clearTimeout(timer);
    for (const connection of this.#connections()) connection.end();
  }

  #connections(): Connection[] {
    return Object.values(this.#paces).flatMap(({ connections }) => [...connections]);
  }

  #learn(news: Change): void {
    const change = withHandsOfListed(news, this.#known);
    this.#known = apply(this.#known, change);
    for (const screen of Object.keys(this.#paces) as Screen[]) {
      const pace = this.#paces[screen];
      pace.pending = pace.pending ? join(pace.pending, change) : change;
      if (pace.timer) continue;
      const wait = pace.last + FLUSH_MS[screen] - performance.now();
      if (wait <= 0) this.#flush(pace);
      else pace.timer = setTimeout(() => this.#flush(pace), wait);
    }
  }

  #flush(pace: Pace): void {
    const { pending } = pace;
    pace.timer = null;
    pace.pending = null;
    if (!pending || pace.connections.size === 0) return;
    pace.last = performance.now();
    const messages = new Map<Audience, Buffer | null>();
    for (const connection of pace.connections) {
      if (!messages.has(connection.audience))
        messages.set(connection.audience, this.#message(pending, connection.audience));
      const message = messages.get(connection.audience);
      if (message) connection.send(message);
    }
  }

  #message(change: Change, audience: Audience): Buffer | null {
    const cut = this.#cut(change, audience);
    return saysSomething(cut) ? frame(cut.v, JSON.stringify(cut)) : null;
  }

  #cut<Message extends Snapshot | Change>(message: Message, audience: Audience): Message {
    return cutFor(message, audience, {
      event: this.#known.event,
      pitches: this.#known.pitches,
      unlisted: messagesIn(this.#known.event.locale).pitch.hidden,
    });
  }
}

/** One message of a stream (HTML standard, "Server-sent events"). JSON holds no line breaks. */
function frame(id: number, data: string): Buffer {
  // Encoded once, not again for every screen.
  return Buffer.from(`id: ${id}\ndata: ${data}\n\n`);
}
