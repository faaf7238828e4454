/** Who decides about the notes of a session: its hosts, and whoever runs the programme. */

import type { Store } from "#db/connection.ts";
import { permitted } from "#db/event.ts";
import { readNoteRule } from "#db/note/session.ts";
import { listMyPitches } from "#db/pitch.ts";
import type { Transaction } from "#db/transaction.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { RunId } from "#domain/run.ts";
import { type Attendee, type May, mayOf, type Viewer } from "#domain/viewer.ts";

export type Keeper = { crew: May<"runPitches"> } | { host: Attendee };

/** As whom somebody would decide about a session; null for nobody. */
export async function keeperOf(
  db: Store,
  { crew, attendee }: Pick<Viewer, "crew" | "attendee">,
  { pitchId }: Pick<RunId, "pitchId">,
): Promise<Keeper | null> {
  const may = mayOf(crew, "runPitches");
  if (may) return { crew: may };
  return attendee && (await hosts(db, attendee, pitchId)) ? { host: attendee } : null;
}

async function hosts(db: Store, attendee: Attendee, pitchId: string): Promise<boolean> {
  const hosted = await listMyPitches(db, attendee);
  return hosted.some(({ id, mergedInto }) => (mergedInto?.id ?? id) === pitchId);
}

type Kept = { eventId: string; by: { actor: "crew" | "camper"; actorId: string } };

/**
 * Whether they may, now.
 * @returns refused `not_found` for a run that is not on the grid, or that is not theirs
 */
export async function keeps(
  tx: Transaction,
  who: Keeper,
  run: RunId,
): Promise<Result<Kept, "not_found" | "not_open">> {
  const { eventId } = "crew" in who ? who.crew : who.host;
  if (!(await permitted(tx, eventId, "note"))) return refused("not_open");
  if (!(await readNoteRule(tx, eventId, run))) return refused("not_found");
  if ("host" in who && !(await hosts(tx, who.host, run.pitchId))) return refused("not_found");
  return granted({
    eventId,
    by:
      "crew" in who
        ? { actor: "crew", actorId: who.crew.personId }
        : { actor: "camper", actorId: who.host.registrationId },
  });
}
