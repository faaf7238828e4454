/** The phones at the door: each loads the list, and between them they let everybody in. */
import { setTimeout as sleep } from "node:timers/promises";
import { newId } from "#db/id.ts";
import type { Copy } from "#db/rehearsal/copy.ts";
import type { DoorAct } from "#domain/door/check-in.ts";
import { type DoorNews, MOST_ACTS } from "#domain/door/news.ts";
import { judge, type Line, secondsOfArrival } from "#domain/rehearsal.ts";
import { type Answer, among, type Server } from "./server.ts";

/** A phone without an answer tries again after so long, in milliseconds, and here so often. */
const AGAIN_MS = 1_000;
const TRIES = 5;

/** How often a phone with nothing to say looks whether somebody came, in milliseconds. */
const TURN_MS = 20;

/** So many tickets are scanned at two doors at once. */
const TWICE = 20;

type Synced = { answer: Answer; news: DoorNews | null };

async function sync(
  server: Server,
  copy: Copy,
  door: number,
  since: number | null,
  acts: readonly DoorAct[] = [],
): Promise<Synced> {
  const body = JSON.stringify({ since, door: String(door + 1), acts });
  const sent = { token: copy.doors[door]!, body, type: "application/json" };
  const answer = await server.ask("POST", `/live/${copy.slug}/door`, sent);
  return { answer, news: answer.status === 200 ? (JSON.parse(answer.body) as DoorNews) : null };
}

/** Every phone at the door gets the whole list, and the page to show it on. */
export async function loadList(server: Server, copy: Copy): Promise<Line> {
  const found = await among(copy.doors, copy.doors.length, async (token, door) => {
    const page = await server.ask("GET", `/e/${copy.slug}/door`, { token });
    return { page, ...(await sync(server, copy, door, null)) };
  });
  const known = found.map(({ news }) => new Set(news?.people.map(({ id }) => id)));
  return judge("list", {
    of: copy.people.length * copy.doors.length,
    got: known.reduce((sum, ids) => sum + copy.people.filter((one) => ids.has(one.registrationId)).length, 0),
    times: found.map(({ answer }) => answer.ms),
    faults: found.filter(({ page, news }) => page.status !== 200 || !news).length,
  });
}

/** What takes half an hour on the day, in seconds; some tickets at two doors at the same moment. */
export async function arrive(server: Server, copy: Copy): Promise<Line> {
  const pause = (secondsOfArrival(copy.people.length) * 1_000) / copy.people.length;
  const scans = copy.people.flatMap(({ registrationId }, nth) =>
    [nth, ...(nth < TWICE ? [nth + 1] : [])].map((door) => {
      return { registrationId, door: door % copy.doors.length, after: nth * pause };
    }),
  );
  const doors = await among(copy.doors, copy.doors.length, (_, door) =>
    scanAll(
      server,
      copy,
      door,
      scans.filter((scan) => scan.door === door),
    ),
  );
  const after = await among(copy.doors, copy.doors.length, (_, door) => sync(server, copy, door, null));
  const counts = after.map(({ news }) => news?.people.filter(({ here }) => here !== null).length ?? 0);
  const told = after.map(({ news }) => news?.here ?? 0);
  const is = copy.people.length;
  return judge("arrive", {
    of: is,
    // The count that is not right, where doors disagree.
    got: [...counts, ...told].find((count) => count !== is) ?? is,
    times: doors.flatMap(({ times }) => times),
    faults: doors.reduce((sum, { faults }) => sum + faults, 0),
  });
}

/** `after` so many milliseconds. */
type Scan = { registrationId: string; after: number };

/**
 * As a phone at the door does: one report at a time, with all that was scanned meanwhile, and again where it was not taken.
 * @returns milliseconds from each scan to the answer that it is kept
 */
async function scanAll(server: Server, copy: Copy, door: number, scans: readonly Scan[]) {
  const began = performance.now();
  const wall = Date.now();
  let left = scans.map(({ registrationId, after }) => ({
    after,
    act: letIn(registrationId, copy, door, wall + after),
  }));
  const times: number[] = [];
  let [since, faults, silent] = [null as number | null, 0, 0];
  while (left.length > 0 && silent < TRIES) {
    server.goOn();
    const due = left.filter(({ after }) => after <= performance.now() - began).slice(0, MOST_ACTS);
    if (due.length === 0) {
      await sleep(TURN_MS);
      continue;
    }
    const acts = due.map(({ act }) => act);
    const { news } = await sync(server, copy, door, since, acts);
    silent = news ? 0 : silent + 1;
    if (!news) await sleep(AGAIN_MS);
    since = news?.since ?? since;
    faults += news?.refused.length ?? 0;
    const heard = new Set([...(news?.taken ?? []), ...(news?.refused ?? [])]);
    for (const { after, act } of due) if (heard.has(act.id)) times.push(performance.now() - began - after);
    left = left.filter(({ act }) => !heard.has(act.id));
  }
  return { times, faults: faults + left.length };
}

function letIn(registrationId: string, { dayId }: Copy, door: number, at: number): DoorAct {
  return {
    ...{ id: newId(), registrationId, dayId, kind: "in", at: Math.round(at) },
    ...{ undoes: [], door: String(door + 1) },
  };
}
