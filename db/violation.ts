import type { Refusal } from "#domain/refusal.ts";
import { type Result, refused } from "#domain/result.ts";

/** Null for another fault. Drizzle's wrapper is known by its shape: a build may contain its classes several times. */
export function violatedConstraint(fault: unknown): string | null {
  const cause = fault instanceof Error && fault.cause instanceof Error ? fault.cause : fault;
  if (!(cause instanceof Error) || !("code" in cause) || !("constraint_name" in cause)) return null;
  const code = String(cause.code);
  return code.startsWith("23") ? String(cause.constraint_name) : null;
}

/** SQLSTATE, or a name such as `CONNECTION_ENDED`; null for another fault. Nothing of the statement is in it. */
export function faultCode(fault: unknown): string | null {
  const cause = fault instanceof Error && fault.cause instanceof Error ? fault.cause : fault;
  const wrapped = fault instanceof Error && fault.message.startsWith("Failed query");
  if (!(cause instanceof Error)) return null;
  const code = "code" in cause ? String(cause.code) : null;
  return code ?? (wrapped ? cause.name : null);
}

/** @param refusals by constraint name @throws the fault itself when its constraint is not listed */
export async function refereed<T, R extends Refusal, V extends Refusal>(
  refusals: Readonly<Record<string, V>>,
  command: () => Promise<Result<T, R>>,
): Promise<Result<T, R | V>> {
  try {
    return await command();
  } catch (fault) {
    const refusal = refusals[violatedConstraint(fault) ?? ""];
    if (!refusal) throw fault;
    return refused(refusal);
  }
}
