/** A Postgres of its own that can be taken away in several ways, and people who go on meanwhile and count. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Database, driver } from "#db/connection.ts";
import { ensureDatabase, startCluster } from "#db/embedded.ts";
import { migrate } from "#db/migrate.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { ahead, formFor, makeCamp, type TestCamp } from "./camp.ts";
import { deviceOf } from "./live.ts";
import { camper, MORNING, organiser, type PitchingCamp, pitchForm, pitchingCamp } from "./pitching.ts";

export type Mortal = {
  url: string;
  /** As a crash does; it stays away for so long, and is then started as the supervisor starts it. */
  kill(away: number): Promise<void>;
  /** As a machine that hangs does: nothing answers, and nothing is closed. */
  freeze(away: number): Promise<void>;
  /** Sessions are answered, and no new one is taken. */
  deafen(away: number): Promise<void>;
  /** Every session is ended at once. */
  cut(): Promise<void>;
  end(): Promise<void>;
};

/** @param home where its files go; a new folder of its own where none is given */
export async function mortalPostgres(
  home = mkdtempSync(path.join(os.tmpdir(), "wallchart-outage-")),
): Promise<Mortal> {
  const folder = path.join(home, "postgres");
  const open = () => startCluster(folder);
  let cluster = await open();
  await ensureDatabase(cluster, "wallchart");
  const url = cluster.url("wallchart");
  await migrate(url);
  const master = () => Number(readFileSync(path.join(folder, "data/postmaster.pid"), "utf8").split("\n")[0]);
  const stopped = async (pids: number[], away: number) => {
    for (const pid of pids) process.kill(pid, "SIGSTOP");
    await sleep(away);
    for (const pid of pids) process.kill(pid, "SIGCONT");
  };
  return {
    url,
    kill: async (away) => {
      process.kill(master(), "SIGKILL");
      await sleep(away);
      cluster = await open();
    },
    freeze: (away) => stopped([master(), ...childrenOf(master())], away),
    deafen: (away) => stopped([master()], away),
    cut: async () => {
      const sql = driver(url, { max: 1 });
      await sql`select count(pg_terminate_backend(pid)) from pg_stat_activity where pid <> pg_backend_pid()`;
      await sql.end();
    },
    end: async () => {
      await cluster.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function childrenOf(pid: number): number[] {
  return execFileSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" })
    .trim()
    .split(/\s+/)
    .map(Number);
}

/** What people saw. Times are in milliseconds. */
export type Count = {
  registered: string[];
  /** By person and pitch: whether the last answer said up; and whether a later tap went unanswered. */
  hands: Map<string, { up: boolean; sure: boolean }>;
  taps: number;
  refused: number;
  /** Answers by status. */
  statuses: Record<number, number>;
  /** The longest that somebody waited for an answer, and how long each waited for a refusal. */
  slowest: { time: number; path: string };
  refusals: number[];
  /** Nobody was there to answer. */
  unreachable: number;
};

/** Two camps, and everybody who uses them. */
export class Load {
  readonly count: Count = {
    registered: [],
    hands: new Map(),
    taps: 0,
    refused: 0,
    statuses: {},
    slowest: { time: 0, path: "" },
    refusals: [],
    unreachable: 0,
  };
  readonly #origin: string;
  readonly #tickets: TestCamp;
  readonly #pitching: PitchingCamp;
  readonly #pitches: string[];
  readonly #phones: { id: string; cookie: string }[];
  #going = true;
  readonly #lanes: Promise<void>[] = [];

  constructor(origin: string, made: Awaited<ReturnType<typeof makeCamps>>) {
    this.#origin = origin;
    this.#tickets = made.tickets;
    this.#pitching = made.pitching;
    this.#pitches = made.pitches;
    this.#phones = made.phones;
  }

  /** Begins: registrations and hands in every lane, and pages. */
  begin(): void {
    for (let lane = 0; lane < 3; lane++) this.#lanes.push(this.#repeat(() => this.#register(), 300));
    for (const phone of this.#phones) this.#lanes.push(this.#repeat(() => this.#tap(phone), 100));
    const { slug } = this.#pitching;
    for (const page of [
      `/e/${slug}`,
      `/e/${slug}/pitches`,
      `/now/${slug}`,
      "/",
      "/sign-in",
      `/live/${slug}/snapshot`,
    ])
      this.#lanes.push(this.#repeat(() => this.#ask(page), 250));
  }

  async end(): Promise<void> {
    this.#going = false;
    await Promise.all(this.#lanes);
  }

  async #repeat(act: () => Promise<unknown>, pause: number): Promise<void> {
    while (this.#going) {
      await act();
      await sleep(pause);
    }
  }

  async #register(): Promise<void> {
    const email = `${crypto.randomUUID()}@example.org`;
    const form = { ...formFor(this.#tickets, email), firstTime: "yes", photos: "yes" };
    const body = new URLSearchParams(form as unknown as Record<string, string>);
    const path = `/live/${this.#tickets.slug}/registration`;
    // Somebody whose registration was not taken sends the same form again.
    for (let tries = 0; tries < 200; tries++) {
      const answer = await this.#ask(path, { method: "POST", body, redirect: "manual" });
      if (answer?.status === 303 && answer.location?.includes("/r/")) this.count.registered.push(email);
      if (answer && answer.status !== 503) return;
      await sleep(250);
    }
  }

  async #tap({ id, cookie }: { id: string; cookie: string }): Promise<void> {
    const pitch = this.#pitches[Math.floor(Math.random() * this.#pitches.length)]!;
    const key = `${pitch} ${id}`;
    const up = !this.count.hands.get(key)?.up;
    const path = `/live/${this.#pitching.slug}/pitches/${pitch}/hand`;
    const answer = await this.#ask(path, {
      method: up ? "PUT" : "DELETE",
      headers: { cookie, origin: this.#origin },
    });
    if (answer?.status === 200) {
      this.count.taps += 1;
      this.count.hands.set(key, { up, sure: true });
    } else {
      this.count.refused += 1;
      const known = this.count.hands.get(key);
      this.count.hands.set(key, { up: known?.up ?? false, sure: false });
    }
  }

  async #ask(
    path: string,
    init: RequestInit = {},
  ): Promise<{ status: number; location: string | null } | null> {
    const began = performance.now();
    try {
      const answer = await fetch(this.#origin + path, init);
      await answer.arrayBuffer();
      const time = Math.round(performance.now() - began);
      if (answer.status === 503) this.count.refusals.push(time);
      else if (time > this.count.slowest.time) this.count.slowest = { time, path };
      this.count.statuses[answer.status] = (this.count.statuses[answer.status] ?? 0) + 1;
      return { status: answer.status, location: answer.headers.get("location") };
    } catch {
      this.count.unreachable += 1;
      return null;
    }
  }
}

/** One camp that takes registrations, one with hands going up. */
export async function makeCamps(db: Database) {
  const tickets = await makeCamp(db, { capacity: 2_000, startsAt: ahead() });
  const pitching = await pitchingCamp(db);
  const dan = await organiser(db, pitching);
  const forms = ["Job swaps", "Maps", "Gritting"].map((title) => pitchForm(title));
  for (const form of forms) await bringPitchFor(db, dan, form, [], MORNING);
  const phones = await Promise.all(
    Array.from({ length: 6 }, async (_, n) => {
      const attendee = await camper(db, pitching, `Camper ${n}`);
      return { id: attendee.registrationId, cookie: await deviceOf(db, attendee) };
    }),
  );
  return { tickets, pitching, pitches: forms.map(({ id }) => id), phones };
}

/** Of what was acknowledged: how much is not there, and how much is there more than once. */
export async function missed(
  db: Database,
  { registered, hands }: Count,
): Promise<{ lost: number; doubled: number; handsLost: number }> {
  const rows = await db.$client<{ email: string; many: number }[]>`
    select email, count(*)::int as many from registration where email = any(${registered}::text[]) group by email`;
  const many = new Map(rows.map(({ email, many: times }) => [email, times]));
  const up = await db.$client<{ key: string }[]>`
    select pitch_id || ' ' || registration_id as key from hand where up`;
  const raised = new Set(up.map(({ key }) => key));
  const known = [...hands].filter(([, { sure }]) => sure);
  return {
    lost: registered.filter((email) => !many.has(email)).length,
    doubled: [...many.values()].filter((times) => times > 1).length,
    handsLost: known.filter(([key, hand]) => raised.has(key) !== hand.up).length,
  };
}
