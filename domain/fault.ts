/** What of a fault may be written to a log. */

/**
 * What kind of fault it was and where it happened, never its message: a database's quotes what it was asked with, and
 * that may be an address or what somebody needs.
 */
export function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return "unknown";
  const cause = fault.cause instanceof Error ? fault.cause : fault;
  const code = "code" in cause ? ` ${cause.code}` : "";
  return [`${cause.name}${code}`, ...framesOf(fault)].join("\n");
}

/** Where it happened, a line a call. The message goes before the frames are found: a line of what was typed may look like one. */
export function framesOf({ stack = "", message }: Error): string[] {
  const start = message ? stack.indexOf(message) + message.length : 0;
  return stack
    .slice(start)
    .split("\n")
    .filter((line) => /^\s+at /.test(line));
}
