/** Pitches come in by the form, the line is called, everybody raises hands at once, and every phone hears of it. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "#db/connection.ts";
import { callNext } from "#db/pitch/front.ts";
import type { Copy } from "#db/rehearsal/copy.ts";
import type { Snapshot } from "#domain/live.ts";
import { judge, type Line } from "#domain/rehearsal.ts";
import { wordsOf } from "#messages/words.ts";
import { done, move, type Organiser } from "./crew.ts";
import { fieldsOf, multipart } from "./form.ts";
import type { Screens } from "./screens.ts";
import { type Answer, among, type Server } from "./server.ts";

const words = wordsOf("rehearsal");

/** The fewest and the most that are pitched. */
const PITCHES = { least: 4, most: 40 };

/** Where everybody has as many hands as they like. */
const HANDS = 5;

/** Hands are counted and told within this, in milliseconds, or are missing. */
const COUNTED_MS = 5_000;

export async function snapshotOf(server: Server, { slug, organiser }: Copy): Promise<Snapshot | null> {
  const { status, body } = await server.ask("GET", `/live/${slug}/snapshot?audience=desk`, {
    token: organiser,
  });
  return status === 200 ? (JSON.parse(body) as Snapshot) : null;
}

/** Once everybody is in, some pitch and the first is called. */
export async function pitch(db: Database, server: Server, copy: Copy, may: Organiser): Promise<Line> {
  await move(db, may, "doors", "pitching");
  const count = Math.min(copy.people.length, PITCHES.most, Math.max(PITCHES.least, copy.cells));
  const sent = await among(copy.people.slice(0, count), 8, ({ token }, nth) =>
    bring(server, copy, token, nth),
  );
  const { called } = await done(callNext(db, may, null, new Date()));
  const seen = await until(async () => {
    const now = await snapshotOf(server, copy);
    return now?.line.front?.id === called ? now : null;
  });
  return judge("pitch", {
    of: count,
    got: seen?.pitches.length ?? 0,
    times: sent.map(({ ms }) => ms),
    faults: sent.filter(({ status }) => status !== 200 && status !== 303).length,
  });
}

/** As a phone does whose scripts have not come: the page, then its form. */
async function bring(server: Server, { slug }: Copy, token: string, nth: number): Promise<Answer> {
  const path = `/e/${slug}/pitch`;
  const page = await server.ask("GET", path, { token });
  const fields = fieldsOf(page.body, "title");
  if (!fields) return { ...page, status: 0 };
  const typed = fields.filter(([name]) => name !== "title" && name !== "line");
  const form = multipart([...typed, ["title", words.pitch(nth + 1)], ["line", words.pitchLine]]);
  return server.ask("POST", path, { token, ...form });
}

/** All at once, as many as each of them has. */
export async function raiseHands(server: Server, copy: Copy): Promise<Line> {
  const ids = (await snapshotOf(server, copy))?.pitches.map(({ id }) => id) ?? [];
  const each = Math.min(copy.dots ?? HANDS, ids.length);
  const raised = copy.people.flatMap((_, nth) =>
    Array.from({ length: each }, (__, n) => ids[(nth + n) % ids.length]!),
  );
  // Everybody at once, and each one hand after the other.
  const answers = await among(copy.people, copy.people.length, async ({ token }, nth) => {
    const theirs: Answer[] = [];
    for (const id of raised.slice(nth * each, (nth + 1) * each))
      theirs.push(await server.ask("PUT", `/live/${copy.slug}/pitches/${id}/hand`, { token }));
    return theirs;
  });
  const wanted = new Map<string, number>();
  for (const id of raised) wanted.set(id, (wanted.get(id) ?? 0) + 1);
  const counted = await until(async () => {
    const { hands } = (await snapshotOf(server, copy)) ?? {};
    return hands && [...wanted].every(([id, count]) => hands[id] === count) ? hands : null;
  });
  const hands = counted ?? (await snapshotOf(server, copy))?.hands ?? {};
  return judge("hands", {
    of: raised.length,
    got: Object.values(hands).reduce((sum, count) => sum + count, 0),
    times: answers.flat().map(({ ms }) => ms),
    faults: answers.flat().filter(({ status }) => status !== 200).length,
    wrong: counted ? 0 : 1,
  });
}

/** Everybody's phone is open, and hears that somebody else is called. */
export async function follow(
  db: Database,
  server: Server,
  copy: Copy,
  may: Organiser,
  screens: Screens,
): Promise<Line> {
  const tokens = copy.people.map(({ token }) => token);
  await screens.open(server, `/live/${copy.slug}/stream?audience=phone`, tokens);
  const before = (await snapshotOf(server, copy))?.line.front?.id ?? null;
  let called: string | null = null;
  const times = await screens.after(
    async () => {
      called = (await done(callNext(db, may, before, new Date()))).called;
    },
    ({ line }) => line !== undefined && (line.front?.id ?? null) !== before,
  );
  return judge("streams", { of: tokens.length, got: times.length, times, faults: called === null ? 1 : 0 });
}

/** Asks again until there is something, or it takes too long. */
export async function until<T>(look: () => Promise<T | null>, most = COUNTED_MS): Promise<T | null> {
  for (const end = performance.now() + most; ; await sleep(100)) {
    const found = await look();
    if (found !== null || performance.now() > end) return found;
  }
}
