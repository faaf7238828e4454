/** Tells whoever runs the server about a fault: what could not be done and why, with no personal data in it. */

/** Writes one line. A database that is away makes the same complaint every moment: it is made once a minute. */
export function complain(what: string, fault: unknown): void {
  const at = performance.now();
  if (at - (last.get(what) ?? Number.NEGATIVE_INFINITY) < QUIET_MS) return;
  last.set(what, at);
  console.error(`live: ${what}: ${reason(fault)}`);
}

const QUIET_MS = 60_000;
const last = new Map<string, number>();

/**
 * Keeps what a query was asked with out of the log, whoever writes there: the framework prints the faults of
 * pages and form actions as they are, and a query's fault quotes addresses and names.
 */
export function keepNamesOutOfTheLog(): void {
  const say = console.error;
  console.error = (...what: unknown[]) => say(...what.map(withoutNames));
}

/** A database's fault by its name, its code and where it happened; anything else as it is. */
export function withoutNames(what: unknown): unknown {
  if (!(what instanceof Error)) return what;
  const cause = what.cause instanceof Error ? what.cause : what;
  if (!what.message.startsWith("Failed query:") && cause.name !== "PostgresError") return what;
  const code = "code" in cause ? String(cause.code) : "";
  const frames = what.stack?.split("\n").filter((line) => line.trimStart().startsWith("at ")) ?? [];
  return `${cause.name} ${code}\n${frames.join("\n")}`;
}

/** The message of a wrapped fault quotes parameters; its cause says what happened. */
function reason(fault: unknown): string {
  const cause = fault instanceof Error && fault.cause instanceof Error ? fault.cause : fault;
  return cause instanceof Error ? cause.message : "unknown";
}
