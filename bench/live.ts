/** `npm run bench live`: from a tap to every screen in the hall, against a server that only passes the bytes on. */
import { setTimeout as sleep } from "node:timers/promises";
import { SCREENS, type Screen } from "#domain/live.ts";
import { FLUSH_MS } from "#live/broadcast.ts";
import { startApp } from "#tests/support/app.ts";
import { benchCamp } from "./support/camp.ts";
import { startControl } from "./support/control.ts";
import { benchDatabase } from "./support/database.ts";
import { load, request } from "./support/load.ts";
import { cpuOf, memoryOf, percentile, round } from "./support/measure.ts";
import { Screens } from "./support/screens.ts";
import { numberAfter, printJson, printTable } from "./support/table.ts";

const PHONES = 300;
const PITCHES = 80;
const WARM_UP_HANDS = 40;
/** After the last hand. What has not arrived by then is missing. */
const PATIENCE_MS = 3_000;

type Pace = { screens: number; perSecond: number; seconds: number };
type Place = { origin: string; port: number; pid: number; stream: string };
type Run = {
  p50: number;
  p95: number;
  bytes: number;
  cpu: number;
  memory: number;
  messages: number;
  missing: number;
};
/** One hand: the request, and the pitch it is for. */
type Raised = { pitch: string; text: string };

/** @param args `--json`; `--screens N`, `--rate N` hands a second, `--seconds N`, `--audience phone|wall` */
export async function main(args: readonly string[]): Promise<void> {
  const pace = {
    screens: numberAfter(args, "--screens", 500),
    perSecond: numberAfter(args, "--rate", 20),
    seconds: numberAfter(args, "--seconds", 20),
  };
  const audience = SCREENS.find((screen) => args.includes(screen)) ?? "phone";
  const { url, db, drop } = await benchDatabase();
  const camp = await benchCamp(db, { phones: PHONES, pitches: PITCHES });
  const app = await startApp({ databaseUrl: url });
  const control = await startControl();
  try {
    const hands = Array.from({ length: pace.perSecond * pace.seconds + WARM_UP_HANDS }, (_, n): Raised => {
      const pitch = camp.pitches[(n + Math.floor(n / PHONES)) % PITCHES]!;
      const headers = {
        host: new URL(app.origin).host,
        origin: app.origin,
        cookie: camp.phones[n % PHONES]!.cookie,
      };
      const path = `/live/${camp.slug}/pitches/${pitch}/hand`;
      return { pitch, text: request("PUT", path, { ...headers, "content-length": "0" }) };
    });
    const bareOrigin = `http://127.0.0.1:${control.port}`;
    const bare = await run({ ...control, origin: bareOrigin, stream: `${bareOrigin}/stream` }, hands, pace);
    const stream = `${app.origin}/live/${camp.slug}/stream?audience=${audience}`;
    report(args, pace, audience, await run({ ...app, stream }, hands, pace), bare);
  } finally {
    control.stop();
    await app.stop();
    await drop();
  }
}

async function run({ port, pid, stream }: Place, hands: readonly Raised[], pace: Pace): Promise<Run> {
  const held = memoryOf(pid);
  const screens = await Screens.open(stream, pace.screens);
  await raiseAll(port, screens, hands.slice(0, WARM_UP_HANDS), pace.perSecond);
  await settled(screens);
  screens.times.length = 0;
  screens.messages = 0;
  const [bytes, cpu, start] = [screens.bytes, cpuOf(pid), performance.now()];
  await raiseAll(port, screens, hands.slice(WARM_UP_HANDS), pace.perSecond, counts(hands, WARM_UP_HANDS));
  await settled(screens);
  const seconds = (performance.now() - start) / 1000;
  const result = {
    p50: percentile(screens.times, 0.5),
    p95: percentile(screens.times, 0.95),
    bytes: round((screens.bytes - bytes) / pace.screens / seconds, 0),
    cpu: round((cpuOf(pid) - cpu) / screens.messages, 1),
    memory: round((memoryOf(pid) - held) / pace.screens, 0),
    messages: screens.messages,
    missing: screens.missing,
  };
  screens.close();
  return result;
}

/** How many hands each pitch has after the first so many. */
function counts(hands: readonly Raised[], upTo: number): Map<string, number> {
  const counted = new Map<string, number>();
  for (const { pitch } of hands.slice(0, upTo)) counted.set(pitch, (counted.get(pitch) ?? 0) + 1);
  return counted;
}

/** By the clock, whatever the answers take: people do not wait for each other. */
async function raiseAll(
  port: number,
  screens: Screens,
  hands: readonly Raised[],
  perSecond: number,
  counted = new Map<string, number>(),
): Promise<void> {
  const start = performance.now();
  const under: Promise<unknown>[] = [];
  for (const [n, { pitch, text }] of hands.entries()) {
    await sleep(Math.max(0, start + (n * 1000) / perSecond - performance.now()));
    const count = (counted.get(pitch) ?? 0) + 1;
    counted.set(pitch, count);
    screens.expect(pitch, count);
    under.push(load(port, [text], 1).then(({ answers }) => refuse(answers[0]?.status)));
  }
  await Promise.all(under);
}

function refuse(status: number | undefined): void {
  if (status !== 200) throw new Error(`a hand was answered ${status}`);
}

async function settled(screens: Screens): Promise<void> {
  for (const deadline = performance.now() + PATIENCE_MS; performance.now() < deadline; await sleep(20))
    if (screens.missing === 0) return;
}

function report(args: readonly string[], pace: Pace, audience: Screen, ours: Run, bare: Run): void {
  const ratio = round(ours.p95 / bare.p95, 2);
  const aim = round(2 * bare.p95 + FLUSH_MS[audience], 1);
  const { screens, perSecond, seconds } = pace;
  printTable(`${screens} screens (${audience}), ${perSecond} hands a second for ${seconds} s`, [
    ["", "wallchart", "bare server", "ratio"],
    ["tap to screen, p50, ms", ours.p50, bare.p50, round(ours.p50 / bare.p50, 2)],
    ["tap to screen, p95, ms", ours.p95, bare.p95, ratio],
    ["bytes per screen and second", ours.bytes, bare.bytes, round(ours.bytes / bare.bytes, 2)],
    ["messages", ours.messages, bare.messages, round(ours.messages / bare.messages, 2)],
    ["CPU of the server per message, µs", ours.cpu, bare.cpu, round(ours.cpu / bare.cpu, 1)],
    ["memory of the server per stream, kB", ours.memory, bare.memory, round(ours.memory / bare.memory, 1)],
    ["numbers that did not arrive", ours.missing, bare.missing, ""],
  ]);
  console.log(`  A ${audience} is told at most once in ${FLUSH_MS[audience]} ms, the first time at once.`);
  console.log(`  The aim for p95 is twice the bare server's plus that window: ${aim} ms.\n`);
  printJson(args, {
    bench: "live",
    screens,
    p50_ms: ours.p50,
    p95_ms: ours.p95,
    bytes_per_screen_per_s: ours.bytes,
    cpu_us_per_message: ours.cpu,
    kb_per_stream: ours.memory,
    floor_p95_ms: bare.p95,
    ratio,
  });
}
