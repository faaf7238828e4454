/** The audit log: written in the transaction of the change, read by organisers. */

import { newId } from "#db/id.ts";
import { type ACTORS, audit } from "#db/schema/audit.ts";
import type { Transaction } from "#db/transaction.ts";
import type { Act } from "#domain/history.ts";

export type Entry = {
  eventId: string | null;
  at: Date;
  actor: (typeof ACTORS)[number];
  /** A registration or a person; null for the clock and the system. */
  actorId: string | null;
  act: Act;
  subjectId: string | null;
  from?: string | null;
  to?: string | null;
  reason?: string;
  /** What undoing it needs, where it can be undone. */
  detail?: unknown;
};

/** Writes one row per change; none for no entries. */
export async function record(tx: Transaction, entries: Entry | readonly Entry[]): Promise<void> {
  const rows = [entries].flat().map((entry) => ({ id: newId(), ...entry }));
  if (rows.length > 0) await tx.insert(audit).values(rows);
}
