/** Doing again what was undone, step by step, until something else is done. */
import { and, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { lockDraft, tell, writeEdit } from "#db/edit.ts";
import { permitted } from "#db/event.ts";
import { audit } from "#db/schema/audit.ts";
import { transact } from "#db/transaction.ts";
import { HOURS_OF_A_SITTING, stillThere } from "#db/undo.ts";
import { refereed } from "#db/violation.ts";
import { type Changed, EDITS, type Edit, type EditAct, fits, keptEdit } from "#domain/draft.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

type Step = { undo: string; act: EditAct; edit: Edit };

/** What this person would do again next; null once they did something else since they undid it. */
export async function readRedo(db: Store, crew: May<"arrange">, now: Date): Promise<EditAct | null> {
  return (await stepOf(db, crew, now))?.act ?? null;
}

/**
 * An edit that was done again is a new one, whose subject is the undo that it takes back. Where it could not be, the undo
 * stands, once more, with that for its reason.
 */
async function stepOf(db: Store, { eventId, personId }: May<"arrange">, now: Date): Promise<Step | null> {
  const edits = sql.join(
    EDITS.map((act) => sql`${act}`),
    sql`, `,
  );
  const again = sql`exists (select 1 from ${audit} as again where again.subject_id = ${audit.id} and again.act in (${edits}, 'undo'))`;
  const otherwise = sql`exists (select 1 from ${audit} as later where later.event_id = ${audit.eventId}
    and later.actor_id = ${audit.actorId} and later.act in (${edits}) and (later.at, later.id) > (${audit.at}, ${audit.id})
    and not exists (select 1 from ${audit} as undone where undone.id = later.subject_id and undone.act = 'undo'))`;
  const since = new Date(now.getTime() - HOURS_OF_A_SITTING * 3_600_000);
  const [undone] = await db
    .select({ id: audit.id, subjectId: audit.subjectId })
    .from(audit)
    .where(
      and(
        ...[eq(audit.eventId, eventId), eq(audit.actorId, personId), eq(audit.act, "undo")],
        ...[eq(audit.reason, ""), gt(audit.at, since), sql`not ${again}`, sql`not ${otherwise}`],
      ),
    )
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(1);
  if (!undone?.subjectId) return null;
  const [step] = await db
    .select({ act: audit.act, detail: audit.detail })
    .from(audit)
    .where(and(eq(audit.id, undone.subjectId), inArray(audit.act, [...EDITS])));
  return step ? { undo: undone.id, act: step.act as EditAct, edit: keptEdit(step.detail as Edit) } : null;
}

/** `redone` is `overtaken` where somebody else has moved its sessions since, and theirs stays; null when there was nothing. */
export type Redone = { redone: EditAct | "overtaken" | null; changed: Changed | null; next: EditAct | null };

/**
 * Does again what this person undid last. What is done again can be undone again. What is overtaken is passed over, and the
 * next goes one step further on.
 */
export async function redo(
  db: Database,
  crew: May<"arrange">,
  now: Date,
): Promise<Result<Redone, "not_open" | "cell_taken" | "changed_meanwhile">> {
  const { eventId, personId } = crew;
  return refereed(
    { placement_one_per_cell: "cell_taken", placement_pitch_id_copy_pk: "changed_meanwhile" },
    () =>
      transact<Redone, "not_open">(db, async (tx) => {
        if (!(await permitted(tx, eventId, "arrange"))) return refused("not_open");
        const draft = await lockDraft(tx, eventId);
        const step = await stepOf(tx, crew, now);
        if (!step) return granted({ redone: null, changed: null, next: null });
        const { undo, act, edit } = step;
        const possible = fits(draft, edit) && (await stillThere(tx, eventId, edit));
        const by = { eventId, at: now, actor: "crew", actorId: personId } as const;
        if (!possible) {
          await record(tx, { ...by, act: "undo", subjectId: undo, reason: "overtaken" });
          return granted({ redone: "overtaken", changed: null, next: await readRedo(tx, crew, now) });
        }
        const written = await writeEdit(tx, eventId, edit, draft.slots);
        await record(tx, { ...by, act, subjectId: undo, detail: edit });
        const v = await tell(tx, eventId, act, edit);
        return granted({ redone: act, changed: { v, edit: written }, next: await readRedo(tx, crew, now) });
      }),
  );
}
