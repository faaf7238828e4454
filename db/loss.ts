/** What the driver and the network say (postgres.js, Node's system errors). */
const NETWORK = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "ETIMEDOUT",
  "EAI_AGAIN",
  "ENOTFOUND",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ERR_STREAM_DESTROYED",
  "ERR_STREAM_WRITE_AFTER_END",
]);

/**
 * PostgreSQL, appendix A: class 08, out of connections, shutting down, crashed, starting up, idled too long in a
 * transaction.
 */
const SERVER = /^(08...|53300|57P0[1-5]|25P0[34])$/;

/** The database is away, or too many wait for it already. */
export class Away extends Error {
  override name = "Away";
  readonly code = "AWAY";
}

/** The code of a fault, also where Drizzle wrapped it. */
export function codeOf(fault: unknown): string {
  for (let at = fault, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth++)
    if ("code" in at) return String(at.code);
  return "";
}

/** Whether the connection is lost, rather than the query at fault. */
export function isLoss(fault: unknown): boolean {
  const code = codeOf(fault);
  return NETWORK.has(code) || SERVER.test(code) || fault instanceof Away || code === "AWAY";
}

/** Whether asking again may work: also where a statement or lock took too long, or memory or disk ran out. */
export function isPassing(fault: unknown): boolean {
  return isLoss(fault) || /^(57014|55P03|53...)$/.test(codeOf(fault));
}
