/** Faults of postgres.js that would end the process: thrown from a timer, after whoever asked has been told. */
import { isLoss } from "./loss.ts";

/**
 * Whether a fault is one of these two, in postgres.js 3.4.9:
 * - a message, of a login for instance, that was to be written when its socket went (issues 1208, 1154, 1066);
 * - the driver's first question, about array types, when the connection goes meanwhile.
 */
export function isDriverFault(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  const inDriver = /\bnextWrite\b.*[\\/]postgres[\\/](cjs[\\/])?src[\\/]connection\.js/.test(
    fault.stack ?? "",
  );
  if (fault instanceof TypeError)
    return inDriver && fault.message === "Cannot read properties of null (reading 'write')";
  return isLoss(fault) && "query" in fault && /^\s*select b\.oid, b\.typarray\s/.test(String(fault.query));
}

/** Keeps the process alive through those faults only. @param tell called with each that was survived */
export function surviveDriverFaults(tell: (fault: Error) => void): void {
  process.on("uncaughtException", (fault) => {
    if (isDriverFault(fault)) return tell(fault);
    console.error(fault);
    process.exit(1);
  });
}
