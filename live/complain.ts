/** Tells whoever runs the house about a fault: what could not be done and why, with no personal data in it. */

/** Writes one line. A database that is away makes the same complaint every moment: it is made once a minute. */
export function complain(what: string, fault: unknown): void {
  const at = performance.now();
  if (at - (last.get(what) ?? Number.NEGATIVE_INFINITY) < QUIET_MS) return;
  last.set(what, at);
  console.error(`live: ${what}: ${reason(fault)}`);
}

const QUIET_MS = 60_000;
const last = new Map<string, number>();

/** The message of a wrapped fault quotes parameters; its cause says what happened. */
function reason(fault: unknown): string {
  const cause = fault instanceof Error && fault.cause instanceof Error ? fault.cause : fault;
  return cause instanceof Error ? cause.message : "unknown";
}
