/**
 * Repairs as a desk asks for them: of a thread beside the event loop, so that no phone waits for the planner. The one that
 * `server.ts` starts is kept on globalThis because a Next build contains this module several times.
 */
import { type Asked, type Repair, repairsOf } from "#domain/repair/options.ts";
import type { Trouble } from "#domain/repair.ts";

/** Plain values, so that a thread can be asked. */
export type RepairQuestion = { asked: Asked; trouble: Trouble };

interface RepairDesk {
  /** @throws when the thread broke before its answer */
  ask(question: RepairQuestion): Promise<Repair[]>;
  prepare(): void;
}

const kept = globalThis as typeof globalThis & { wallchartRepairs?: RepairDesk };

/** Called once, by the server. */
export function keepRepairs(desk: RepairDesk): void {
  kept.wallchartRepairs = desk;
}

/** Loads the thread, for somebody who is about to ask; nothing in a process that is no server. */
export function prepareRepairs(): void {
  kept.wallchartRepairs?.prepare();
}

/** A process that is no server thinks by itself. */
export async function findRepairs(asked: Asked, trouble: Trouble): Promise<Repair[]> {
  return kept.wallchartRepairs?.ask({ asked, trouble }) ?? repairsOf(asked, trouble);
}
