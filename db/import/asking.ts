/**
 * Imports as a desk asks for them: of a thread beside the event loop, so that no phone waits for a spreadsheet. The one
 * that `server.ts` starts is kept on globalThis because a Next build contains this module several times.
 */
import type { ImportInput } from "#db/import.ts";
import type { Bringing, bringPeople, PeopleList } from "#db/people-import.ts";
import type { Called } from "#domain/import/additions.ts";
import type { TellProgress } from "#domain/import/progress.ts";
import type { Reading } from "#domain/import/reading.ts";
import type { ImportReport } from "#domain/import/report.ts";
import type { ReadWorkbook } from "#domain/import/workbook.ts";
import type { PeopleReport } from "#domain/people-import/state.ts";
import type { Result } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/** `capacity`: the camp's places before. */
type About = { crew: May<"importSheets">; capacity: number; input: ImportInput; called: Called };

/** Plain values, so that a thread can be asked. */
export type ImportQuestion =
  | { ask: "pages"; bytes: Uint8Array; most: number }
  | ({ ask: "look" } & About)
  | ({ ask: "bring"; mark: string; now: Date } & About)
  | { ask: "look_people"; crew: May<"movePeople">; list: PeopleList }
  | { ask: "bring_people"; crew: May<"movePeople">; bringing: Bringing; agreed: string; now: Date };

export type ImportAnswers = {
  pages: ReadWorkbook;
  /** Of the first file. Nothing is written. */
  look: { reading: Reading; report: ImportReport; mark: string };
  bring: Result<ImportReport, "not_found" | "changed_meanwhile" | "camp_halted">;
  look_people: PeopleReport;
  bring_people: Awaited<ReturnType<typeof bringPeople>>;
};

export interface ImportDesk {
  /** @throws when the thread broke before its answer: of what was to be written all is there, or nothing */
  ask<Q extends ImportQuestion>(question: Q, tell: TellProgress): Promise<ImportAnswers[Q["ask"]]>;
  prepare(): void;
}

const kept = globalThis as typeof globalThis & { wallchartImports?: ImportDesk };

/** Called once, by the server. */
export function keepImports(desk: ImportDesk): void {
  kept.wallchartImports = desk;
}

/** Loads the thread, for somebody who is about to ask; nothing in a process that is no server. */
export function prepareImports(): void {
  kept.wallchartImports?.prepare();
}

/** @throws in a process that is no server */
export function importDesk(): ImportDesk {
  if (!kept.wallchartImports) throw new Error("no imports without a server");
  return kept.wallchartImports;
}
