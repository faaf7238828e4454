/** The phones at the door: each loads the list, and between them they let everybody in. */
import { setTimeout as sleep } from "node:timers/promises";
import { newId } from "#db/id.ts";
import type { Copy, MadeUp } from "#db/rehearsal/copy.ts";
import type { DoorAct } from "#domain/door/check-in.ts";
import type { DoorNews } from "#domain/door/news.ts";
import { judge, type Line, secondsOfArrival } from "#domain/rehearsal.ts";
import { type Answer, among, type Server } from "./server.ts";

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
  const began = performance.now();
  const pause = (secondsOfArrival(copy.people.length) * 1_000) / copy.people.length;
  const scanned = await Promise.all(
    copy.people.map(async (one, nth) => {
      await sleep(Math.max(0, nth * pause - (performance.now() - began)));
      const doors = [nth, ...(nth < TWICE ? [nth + 1] : [])].map((door) => door % copy.doors.length);
      return Promise.all(doors.map((door) => sync(server, copy, door, Date.now(), [letIn(one, copy, door)])));
    }),
  );
  const answers = scanned.flat();
  const after = await among(copy.doors, copy.doors.length, (_, door) => sync(server, copy, door, null));
  const counts = after.map(({ news }) => news?.people.filter(({ here }) => here !== null).length ?? 0);
  const told = after.map(({ news }) => news?.here ?? 0);
  const is = copy.people.length;
  return judge("arrive", {
    of: is,
    // The count that is not right, where doors disagree.
    got: [...counts, ...told].find((count) => count !== is) ?? is,
    times: answers.map(({ answer }) => answer.ms),
    faults: answers.filter(({ news }) => !news || news.refused.length > 0).length,
  });
}

function letIn({ registrationId }: MadeUp, { dayId }: Copy, door: number): DoorAct {
  return {
    ...{ id: newId(), registrationId, dayId, kind: "in", at: Date.now() },
    ...{ undoes: [], door: String(door + 1) },
  };
}
