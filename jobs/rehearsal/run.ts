/** A rehearsal from its first check to its last step; nothing here knows how it is kept or cleared. */
import type { Database } from "#db/connection.ts";
import { type Copy, makeCopy } from "#db/rehearsal/copy.ts";
import type { Transaction } from "#db/transaction.ts";
import { reasonOf } from "#domain/fault.ts";
import { type Line, type Part, STEPS, type Step, unseen } from "#domain/rehearsal.ts";
import { wordsOf } from "#messages/words.ts";
import { arrive, loadList } from "./at-the-door.ts";
import { check } from "./checks.ts";
import { organiserOf } from "./crew.ts";
import { moveOne, plan, publishIt } from "./grid.ts";
import { follow, pitch, raiseHands } from "./pitching.ts";
import { Screens } from "./screens.ts";
import { type Reached, Server } from "./server.ts";

const words = wordsOf("rehearsal");

/** Phones at the door. */
const DOORS = 3;

type Rehearsing = {
  eventId: string;
  name: string;
  askedBy: string | null;
  people: number;
  reached: Reached;
  /** Hears of each part as it begins, with all lines until then. */
  note: (part: Part, lines: readonly Line[]) => Promise<void>;
  /** Whether it is still this worker's. */
  holds: (tx: Transaction) => Promise<boolean>;
  signal: AbortSignal;
};

/** @throws when the signal ends it, and when the camp or its copy is gone */
export async function rehearse(db: Database, run: Rehearsing): Promise<Line[]> {
  const server = new Server(run.signal, run.reached);
  const screens = new Screens();
  const lines: Line[] = [];
  try {
    await run.note("checks", lines);
    lines.push(...(await check(db, server, run, new Date())));
    const named = { people: run.people, doors: DOORS, name: words.copyName(run.name) };
    const copy = await makeCopy(db, run.eventId, named, run.askedBy, new Date(), run.holds);
    if (!copy) throw new Error("a rehearsal is another worker's by now, or its camp is gone");
    for (const [step, take] of await stepsOf(db, server, screens, copy)) {
      run.signal.throwIfAborted();
      await run.note(step, lines);
      lines.push(
        reaches(step, lines, copy) ? await attempt(step, take, run.signal) : unseen(step, "not_reached"),
      );
    }
    return lines;
  } finally {
    screens.close();
    server.close();
  }
}

async function stepsOf(db: Database, server: Server, screens: Screens, copy: Copy) {
  const may = await organiserOf(db, copy);
  const take: Record<Step, () => Promise<Line>> = {
    list: () => loadList(server, copy),
    arrive: () => arrive(server, copy),
    pitch: () => pitch(db, server, copy, may),
    hands: () => raiseHands(server, copy),
    streams: () => follow(db, server, copy, may, screens),
    plan: () => plan(db, server, copy, may),
    publish: () => publishIt(db, server, copy, may),
    move: () => moveOne(db, copy, may, screens),
  };
  return STEPS.map((step) => [step, take[step]] as const);
}

/** Without a server nothing is, without cells no grid, and without a grid nothing to publish and move. */
function reaches(step: Step, lines: readonly Line[], { cells }: Copy): boolean {
  const failed = (what: Line["what"]) => lines.some((line) => line.what === what && line.passed !== true);
  if (failed("server")) return false;
  if (["plan", "publish", "move"].includes(step) && cells === 0) return false;
  const before: Partial<Record<Step, Step>> = {
    hands: "pitch",
    streams: "pitch",
    publish: "plan",
    move: "publish",
  };
  const needs = before[step];
  return needs === undefined || lines.some(({ what, figures }) => what === needs && (figures.got ?? 0) > 0);
}

/** A step that breaks is one that did not pass; what follows is tried as far as it can be. */
async function attempt(step: Step, take: () => Promise<Line>, signal: AbortSignal): Promise<Line> {
  try {
    return await take();
  } catch (fault) {
    signal.throwIfAborted();
    console.error(`rehearsing broke at ${step}: ${reasonOf(fault)}`);
    return { what: step, passed: false, why: "refused", figures: {} };
  }
}
