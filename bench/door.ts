/**
 * `npm run bench door`: five phones let ten people a second in, of five thousand on the list, while each asks what is new.
 * The floor is the same traffic without a tap: what is asked and nothing to say.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { DoorPhone } from "#components/door/phone.ts";
import { inMemory } from "#components/door/store.ts";
import { startDevice } from "#db/device.ts";
import { newId } from "#db/id.ts";
import { day } from "#db/schema/day.ts";
import { device } from "#db/schema/device.ts";
import { checkIn } from "#db/schema/door.ts";
import { event } from "#db/schema/event.ts";
import { cookieName } from "#domain/cookie.ts";
import type { DoorNews, DoorReport } from "#domain/door/news.ts";
import { startApp } from "#tests/support/app.ts";
import { makeOrganiser } from "#tests/support/camp.ts";
import { benchCamp } from "./support/camp.ts";
import { benchDatabase } from "./support/database.ts";
import { cpuOf, percentile, round } from "./support/measure.ts";
import { printJson, printTable } from "./support/table.ts";

const PEOPLE = 5_000;
const PHONES = 5;
const SECONDS = 20;
const A_SECOND = 10;

type Answered = { news: DoorNews; ms: number; bytes: number };

/** @param args `--json` for a last line of JSON */
export async function main(args: readonly string[]): Promise<void> {
  const { url, db, drop } = await benchDatabase();
  const camp = await benchCamp(db, { phones: PEOPLE, pitches: 1 });
  await db.update(event).set({ phase: "doors" }).where(eq(event.id, camp.eventId));
  const [today] = await db.select().from(day).where(eq(day.eventId, camp.eventId));
  const crew = await makeOrganiser(db, { id: camp.eventId }, "door");
  const cookies: string[] = [];
  for (let n = 0; n < PHONES; n += 1) {
    const started = await startDevice(db, { label: "phone" });
    await db.update(device).set({ personId: crew.personId }).where(eq(device.id, started.id));
    cookies.push(`${cookieName("http:")}=${started.token}`);
  }
  const app = await startApp({ databaseUrl: url });
  try {
    const ask = (cookie: string, report: DoorReport) =>
      send(`${app.origin}/live/${camp.slug}/door`, app.origin, cookie, report);
    const first = await Promise.all(
      cookies.map((cookie) => ask(cookie, { since: null, door: "", acts: [] })),
    );
    const quiet = await during(app.pid, () => everyPhone(first, cookies, ask, () => []));
    let next = 0;
    const taps = await during(app.pid, () =>
      everyPhone(first, cookies, ask, () => {
        const person = camp.phones[next]!.registrationId;
        next += 1;
        return [
          {
            id: newId(),
            registrationId: person,
            dayId: today!.id,
            kind: "in",
            at: Date.now(),
            undoes: [],
            door: "",
          },
        ];
      }),
    );
    const here = await db.$count(checkIn, eq(checkIn.dayId, today!.id));
    report(args, {
      first: first[0]!,
      quiet,
      taps,
      lost: next - here,
      local: await onThePhone(first[0]!.news),
    });
  } finally {
    await app.stop();
    await drop();
  }
}

/** Each phone twice a second, for so long. */
async function everyPhone(
  first: readonly Answered[],
  cookies: readonly string[],
  ask: (cookie: string, report: DoorReport) => Promise<Answered>,
  acts: () => DoorReport["acts"],
): Promise<number[]> {
  const times: number[] = [];
  const until = performance.now() + SECONDS * 1_000;
  await Promise.all(
    cookies.map(async (cookie, phone) => {
      let since = first[phone]!.news.since;
      while (performance.now() < until) {
        const asked = performance.now();
        const { news, ms } = await ask(cookie, { since, door: "", acts: acts() });
        since = news.since;
        times.push(ms);
        await sleep(Math.max(0, (1_000 * PHONES) / A_SECOND - (performance.now() - asked)));
      }
    }),
  );
  return times;
}

async function send(address: string, origin: string, cookie: string, report: DoorReport): Promise<Answered> {
  const asked = performance.now();
  const answer = await fetch(address, {
    method: "POST",
    headers: { origin, cookie, "content-type": "application/json", "accept-encoding": "gzip" },
    body: JSON.stringify(report),
  });
  const bytes = Number(answer.headers.get("content-length"));
  const news = (await answer.json()) as DoorNews;
  if (!answer.ok) throw new Error(`the door answered ${answer.status}`);
  return { news, ms: performance.now() - asked, bytes };
}

type During = { times: number[]; cpu: number };

async function during(pid: number, work: () => Promise<number[]>): Promise<During> {
  const before = cpuOf(pid);
  const times = await work();
  return { times, cpu: round((cpuOf(pid) - before) / times.length, 0) };
}

/** From a code that was read to the answer on the phone, in milliseconds, with all people on its list. */
async function onThePhone(news: DoorNews): Promise<number> {
  const phone = new DoorPhone({ store: inMemory(), now: Date.now, newId, send: async () => news });
  await phone.open();
  await phone.kick();
  const times = news.people.slice(-200).map(({ code }) => {
    const asked = performance.now();
    phone.letIn(phone.byCode(code)!.id);
    return performance.now() - asked;
  });
  return percentile(times, 0.95);
}

type Found = { first: Answered; quiet: During; taps: During; lost: number; local: number };

function report(args: readonly string[], { first, quiet, taps, lost, local }: Found): void {
  const p95 = (times: readonly number[]) => percentile(times, 0.95);
  printTable(`${PHONES} phones at the door, ${A_SECOND} requests a second, ${PEOPLE} people on the list`, [
    ["", "with a tap each", "with nothing", "ratio"],
    ["p50, ms", percentile(taps.times, 0.5), percentile(quiet.times, 0.5), ""],
    ["p95, ms", p95(taps.times), p95(quiet.times), round(p95(taps.times) / p95(quiet.times), 1)],
    ["CPU of the server, µs", taps.cpu, quiet.cpu, round(taps.cpu / quiet.cpu, 1)],
  ]);
  console.log(
    `  The list comes first in ${Math.round(first.bytes / 1_000)} kB. From a code to the answer on the phone: ${local} ms (p95).`,
  );
  console.log(`  ${lost} of those let in are not in.\n`);
  printJson(args, {
    bench: "door",
    people: PEOPLE,
    per_s: A_SECOND,
    lost,
    p95_ms: p95(taps.times),
    floor_p95_ms: p95(quiet.times),
    list_bytes: first.bytes,
    answer_ms: local,
  });
}
