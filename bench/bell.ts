/**
 * `npm run bench bell`: a thousand people have the front page open. At the bell all of them open the form, ask whether
 * what their browsers kept of it is still good, fill it in and send it, as fast as they are answered.
 */
import type { Socket } from "node:net";
import { type App, startApp } from "#tests/support/app.ts";
import { benchDatabase } from "./support/database.ts";
import { type Answered, ask, open, request } from "./support/load.ts";
import { cpuOf, percentile, round } from "./support/measure.ts";
import { check, formsFor } from "./support/registrations.ts";
import { printJson, printTable } from "./support/table.ts";
import { type TicketCamp, ticketCamp } from "./support/tickets.ts";

const PEOPLE = 1_000;
const PLACES = 130;
const ROUNDS = 3;

/** A hall does not arrive in one millisecond: so many open the front page at once. */
const ARRIVING = 50;

/** In milliseconds since the bell: when each saw the form, and when each was answered. */
type Round = { seen: number[]; answered: number[]; cpu: number };

/** One person, from the bell on. */
type Person = { form: Answered; seen: number; answered: number };

/** @param args `--json` for a last line of JSON */
export async function main(args: readonly string[]): Promise<void> {
  const { url, db, drop } = await benchDatabase();
  const app = await startApp({ databaseUrl: url });
  const rounds: Round[] = [];
  let [oversold, lost, unanswered, assets] = [0, 0, 0, 0];
  try {
    // The first round is not measured: everything cold is slow.
    for (let number = 0; number <= ROUNDS; number += 1) {
      const camp = await ticketCamp(db, `bell-${number}`, PLACES);
      const kept = await keptOf(app, camp);
      assets = kept.length;
      const before = cpuOf(app.pid);
      const people = await ring(app, camp, kept);
      const done = people.filter((person) => person !== null);
      rounds.push({
        seen: done.map(({ seen }) => seen),
        answered: done.map(({ answered }) => answered),
        cpu: cpuOf(app.pid) - before,
      });
      unanswered += PEOPLE - done.length;
      const forms = done.map(({ form }) => form);
      const checked = await check(db, camp, forms, PLACES);
      oversold += checked.oversold;
      lost += checked.lost;
    }
  } finally {
    await app.stop();
    await drop();
  }
  report(args, { rounds: rounds.slice(1), oversold, lost, unanswered, assets });
}

const pageOf = (app: App, path: string, headers: Record<string, string> = {}) =>
  request("GET", path, { host: new URL(app.origin).host, "user-agent": "Mozilla/5.0 (bench)", ...headers });

/** What a browser has of the form from an earlier visit: a request for each file, which asks whether it is still good. */
async function keptOf(app: App, { slug }: TicketCamp): Promise<string[]> {
  const socket = await open(app.port);
  const { body } = await ask(socket, pageOf(app, `/e/${slug}/register`, { "accept-encoding": "identity" }));
  const files = new Set(
    [...body.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+)"/g)].map(([, file]) => file!),
  );
  const kept: string[] = [];
  for (const file of files) {
    const { status, head } = await ask(socket, pageOf(app, file));
    const etag = /\r\netag: (.*)/i.exec(head)?.[1];
    if (status !== 200 || !etag) throw new Error(`${file} answered ${status} with the tag ${etag}`);
    kept.push(pageOf(app, file, { "if-none-match": etag }));
  }
  socket.destroy();
  return kept;
}

/** Null for whoever was not answered, or not as they should be. */
async function ring(app: App, camp: TicketCamp, kept: readonly string[]): Promise<(Person | null)[]> {
  const gzip = { "accept-encoding": "gzip" };
  const front = pageOf(app, `/e/${camp.slug}`, gzip);
  const sockets: Socket[] = [];
  while (sockets.length < PEOPLE) {
    const arriving = await Promise.all(Array.from({ length: ARRIVING }, () => open(app.port)));
    await Promise.all(arriving.map((socket) => ask(socket, front)));
    sockets.push(...arriving);
  }
  const register = pageOf(app, `/e/${camp.slug}/register`, gzip);
  const forms = formsFor(camp, app.origin, PEOPLE);
  const bell = performance.now();
  const person = async (socket: Socket, n: number): Promise<Person> => {
    expectStatus(await ask(socket, register), 200);
    const seen = performance.now() - bell;
    for (const file of kept) expectStatus(await ask(socket, file), 304);
    const form = await ask(socket, forms[n]!);
    expectStatus(form, 303);
    return { form, seen, answered: performance.now() - bell };
  };
  const people = await Promise.all(
    sockets.map((socket, n) =>
      person(socket, n).catch((fault: Error) => {
        console.error(`  ${fault.message}`);
        return null;
      }),
    ),
  );
  for (const socket of sockets) socket.destroy();
  return people;
}

function expectStatus({ status, head }: Answered, wanted: number): void {
  if (status !== wanted) throw new Error(`answered ${status} in place of ${wanted}:\n${head}`);
}

type Results = { rounds: Round[]; oversold: number; lost: number; unanswered: number; assets: number };

function report(args: readonly string[], { rounds, oversold, lost, unanswered, assets }: Results): void {
  const middle = (of: (round: Round) => number) =>
    round(rounds.map(of).sort((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? 0, 0);
  const [seen, answered] = (["seen", "answered"] as const).map((what) => ({
    p50: middle((round) => percentile(round[what], 0.5)),
    p95: middle((round) => percentile(round[what], 0.95)),
    last: middle((round) => percentile(round[what], 1)),
  }));
  const cpu = middle(({ cpu }) => cpu / PEOPLE);
  printTable(`${PEOPLE} people at the bell, for ${PLACES} places; from the bell on, in ms`, [
    ["", "p50", "p95", "last"],
    ["sees the form", seen!.p50, seen!.p95, seen!.last],
    ["is answered", answered!.p50, answered!.p95, answered!.last],
  ]);
  const all = PEOPLE * (rounds.length + 1);
  console.log(
    `  ${all} people: ${unanswered} not answered, ${oversold} places oversold, ${lost} people lost.`,
  );
  console.log(
    `  Each asks for the page, whether its ${assets} files are still good, and sends the form: ${cpu} µs of the server's CPU.`,
  );
  console.log(`  Each number is the middle of ${rounds.length} rounds; every commit waits for the disk.\n`);
  printJson(args, {
    bench: "bell",
    people: PEOPLE,
    places: PLACES,
    oversold,
    lost,
    unanswered,
    assets,
    form_p95_ms: seen!.p95,
    form_last_ms: seen!.last,
    answered_p95_ms: answered!.p95,
    last_ms: answered!.last,
    cpu_us: cpu,
  });
}
