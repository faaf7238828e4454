import { and, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { lockDraft, tell, writeEdit } from "#db/edit.ts";
import { permitted } from "#db/event.ts";
import { audit } from "#db/schema/audit.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { refereed } from "#db/violation.ts";
import { type Changed, EDITS, type Edit, type EditAct, fits, inverse, keptEdit } from "#domain/draft.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/** Older edits cannot be undone. */
const HOURS_OF_A_SITTING = 12;

export const STEPS_KEPT = 100;

type Step = { id: string; act: EditAct; edit: Edit };

/** What the next undo would take back, and how many there are; null when there is nothing. */
export async function readUndo(
  db: Store,
  crew: May<"arrange">,
  now: Date,
): Promise<{ act: EditAct; steps: number } | null> {
  const steps = await stepsOf(db, crew, now);
  return steps[0] ? { act: steps[0].act, steps: steps.length } : null;
}

/** This person's edits that were not undone, newest first. */
async function stepsOf(db: Store, crew: May<"arrange">, now: Date, most = STEPS_KEPT): Promise<Step[]> {
  const undone = sql`exists (select 1 from ${audit} as undo where undo.act = 'undo' and undo.subject_id = ${audit.id})`;
  const rows = await db
    .select({ id: audit.id, act: audit.act, detail: audit.detail })
    .from(audit)
    .where(
      and(
        eq(audit.eventId, crew.eventId),
        eq(audit.actorId, crew.personId),
        inArray(audit.act, [...EDITS]),
        gt(audit.at, new Date(now.getTime() - HOURS_OF_A_SITTING * 3_600_000)),
        sql`not ${undone}`,
      ),
    )
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(most);
  return rows.map(({ id, act, detail }) => ({ id, act: act as EditAct, edit: keptEdit(detail as Edit) }));
}

/** `undone` is `overtaken` when nothing was because of somebody else; null when there was nothing left. */
export type Undone = {
  undone: EditAct | "overtaken" | null;
  changed: Changed | null;
  /** What the next undo would take back. */
  next: EditAct | null;
};

/**
 * Undoes this person's newest edit, a whole suggestion as one. Where somebody else has moved its runs since, theirs
 * stays, and the next undo goes one step further back.
 */
export async function undo(
  db: Database,
  crew: May<"arrange">,
  now: Date,
): Promise<Result<Undone, "not_open" | "cell_taken" | "changed_meanwhile">> {
  return refereed(
    { placement_one_per_cell: "cell_taken", placement_pitch_id_copy_pk: "changed_meanwhile" },
    () =>
      transact<Undone, "not_open">(db, async (tx) => {
        if (!(await permitted(tx, crew.eventId, "arrange"))) return refused("not_open");
        const draft = await lockDraft(tx, crew.eventId);
        const [step, before] = await stepsOf(tx, crew, now, 2);
        if (!step) return granted({ undone: null, changed: null, next: null });
        const next = before?.act ?? null;
        const back = inverse(step.edit);
        const possible = fits(draft, back) && (await stillThere(tx, crew.eventId, back));
        const written = possible ? await writeEdit(tx, crew.eventId, back, draft.slots) : null;
        await record(tx, {
          eventId: crew.eventId,
          at: now,
          actor: "crew",
          actorId: crew.personId,
          act: "undo",
          subjectId: step.id,
          reason: possible ? "" : "overtaken",
        });
        if (!written) return granted({ undone: "overtaken", changed: null, next });
        // A suggestion that is undone is on offer again.
        const v = await tell(tx, crew.eventId, step.act, back);
        return granted({ undone: step.act, changed: { v, edit: written }, next });
      }),
  );
}

/** Whether every cell and session that an edit leads to is there still. */
export async function stillThere(tx: Transaction, eventId: string, { after }: Edit): Promise<boolean> {
  if (after.length === 0) return true;
  const cells = sql.join(
    after.map(({ pitchId, slotId, roomId }) => sql`(${pitchId}::uuid, ${slotId}::uuid, ${roomId}::uuid)`),
    sql`, `,
  );
  const [row] = await tx.execute<{ there: string }>(sql`
    select count(*) as there from (values ${cells}) as cell (pitch_id, slot_id, room_id)
    join pitch on pitch.id = cell.pitch_id and pitch.event_id = ${eventId} and pitch.withdrawn_at is null
      and pitch.merged_into is null
    join slot on slot.id = cell.slot_id and slot.kind = 'session' join room on room.id = cell.room_id`);
  return Number(row!.there) === after.length;
}
