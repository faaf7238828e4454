import { reasonOf } from "#domain/fault.ts";
import { noticeUnreadable } from "#live/unreadable.ts";

/** Logs a fault in one line, without personal data. The same complaint is made once a minute. */
export function complain(what: string, fault: unknown): void {
  onceAMinute(what, () => console.error(`live: ${what}: ${reasonOf(fault)}`));
}

function onceAMinute(what: string, say: () => void): void {
  const at = performance.now();
  if (at - (last.get(what) ?? Number.NEGATIVE_INFINITY) < QUIET_MS) return;
  last.set(what, at);
  say();
}

const QUIET_MS = 60_000;
const last = new Map<string, number>();

/**
 * The framework prints the faults of pages and form actions as they are, and a query's fault quotes addresses and
 * names. What a stranger sent that is no form is no fault: it is told in a line, without where it was met.
 */
export function keepNamesOutOfTheLog(): void {
  const say = console.error;
  console.error = (...what: unknown[]) => {
    if (what.some(noticeUnreadable))
      onceAMinute("unreadable", () => say("live: what was sent to a form could not be read"));
    else say(...what.map(withoutNames));
  };
}

/** A database's fault by its name, its code and where it happened; anything else as it is. */
export function withoutNames(what: unknown): unknown {
  if (!(what instanceof Error)) return what;
  const cause = what.cause instanceof Error ? what.cause : what;
  if (!what.message.startsWith("Failed query:") && cause.name !== "PostgresError") return what;
  return reasonOf(what);
}
