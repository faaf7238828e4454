/** Brings a camp that was kept into this installation, where it stands in the archive as it was. */
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { onTheirDays } from "#db/day.ts";
import { listSlots } from "#db/draft.ts";
import { writeFairness } from "#db/fairness.ts";
import { newId } from "#db/id.ts";
import { organisedByOwners } from "#db/import/camp.ts";
import { insertAll } from "#db/insert.ts";
import { insertPlacements } from "#db/placement.ts";
import { writeVersion } from "#db/publication/rows.ts";
import { campPage } from "#db/schema/camp-page.ts";
import { day } from "#db/schema/day.ts";
import { event, sector } from "#db/schema/event.ts";
import { feedback, feedbackComment, feedbackCount } from "#db/schema/feedback.ts";
import { liveVersion } from "#db/schema/live.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { room } from "#db/schema/room.ts";
import { slot } from "#db/schema/slot.ts";
import { turnout } from "#db/schema/turnout.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { violatedConstraint } from "#db/violation.ts";
import { type Archive, type ArchivedPitch, gridOf } from "#domain/archive.ts";
import { sumsOf } from "#domain/fairness.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { lettersMade } from "#domain/room.ts";

/** What another camp here has already: its address, or the parts of this one by their ids. */
const TAKEN: readonly string[] = ["event_slug_is_taken", "pitch_pkey", "room_pkey", "slot_pkey"];

/**
 * All of it or nothing. Nobody comes with it: whoever owns the installation organises it.
 * @param unlisted the words that stand for a session that is not listed
 * @returns refused `slug_taken` where it is here already or another camp has its address, `bad_input` for what no camp
 *   can hold
 */
export async function bringArchive(
  db: Database,
  archive: Archive,
  unlisted: string,
  now: Date,
): Promise<Result<{ id: string }, "slug_taken" | "bad_input">> {
  try {
    return await transact(db, async (tx) => granted({ id: await write(tx, archive, unlisted, now) }));
  } catch (fault) {
    const violated = violatedConstraint(fault);
    if (violated === null) throw fault;
    return refused(TAKEN.includes(violated) ? "slug_taken" : "bad_input");
  }
}

async function write(tx: Transaction, archive: Archive, unlisted: string, now: Date): Promise<string> {
  const id = newId();
  await writeCamp(tx, id, archive, now);
  const { pages, grid, pitches } = archive;
  const bodies = pages.filter(({ text }) => text !== "");
  await insertAll(
    tx,
    campPage,
    bodies.map(({ page, text }) => ({ eventId: id, page, version: 1, body: text, madeAt: now })),
  );
  const all = [...(grid?.sessions ?? []), ...pitches];
  await writePitches(tx, { eventId: id, unlisted, grid: archive.grid, from: firstOf(archive) }, all);
  if (grid) await writeGrid(tx, id, grid, unlisted);
  if (archive.feedback) await writeFeedback(tx, id, archive.feedback);
  if (archive.fairness) await writeFairnessOf(tx, { id, day: archive.camp.days[0]!.date }, archive.fairness);
  const entry = { eventId: id, at: now, actor: "system", actorId: null, act: "start_camp" } as const;
  await record(tx, { ...entry, subjectId: id, to: archive.camp.slug });
  return id;
}

const firstOf = ({ camp }: Archive) => new Date(camp.days[0]!.startsAt);

async function writeCamp(tx: Transaction, id: string, archive: Archive, now: Date): Promise<void> {
  const { days, sectors, halted, language: locale, ...said } = archive.camp;
  const [phase, haltedFrom] = halted ? [halted.as, "closed" as const] : ["archived" as const, null];
  await tx.insert(event).values({
    ...{ id, ...said, locale, phase, haltedFrom, haltNote: halted?.note ?? "" },
    ...{ day: days[0]!.date, startsAt: firstOf(archive), createdAt: now },
    roomsMade: lettersMade((archive.grid?.rooms ?? []).map(({ letter }) => letter)),
  });
  await tx.insert(day).values(
    days.map(({ date, startsAt }) => {
      const phase = halted ? ("doors" as const) : ("over" as const);
      return { id: newId(), eventId: id, date, startsAt: new Date(startsAt), phase };
    }),
  );
  await tx.insert(liveVersion).values({ eventId: id });
  await insertAll(
    tx,
    sector,
    sectors.map((name, position) => ({ id: newId(), eventId: id, name, position })),
  );
  await organisedByOwners(tx, id);
}

type Whole = { eventId: string; unlisted: string; grid: Archive["grid"]; from: Date };

/** In the order of the file, a millisecond apart. */
async function writePitches(
  tx: Transaction,
  { eventId, unlisted, grid, from }: Whole,
  all: readonly ArchivedPitch[],
): Promise<void> {
  const rows = all.flatMap((it, n) => {
    const runs = (grid?.placements ?? []).filter(({ pitchId }) => pitchId === it.id);
    const createdAt = new Date(from.getTime() + n);
    const whole = {
      ...{ id: it.id, eventId, title: it.title || unlisted, line: it.line, kind: it.kind, needs: it.needs },
      ...{ noteLevel: it.noteLevel, voice: it.wish ? "wish" : "me", createdAt },
      ...{ length: runs[0]?.length ?? 1, runs: Math.max(1, ...runs.map(({ copy }) => copy + 1)) },
      ...{ mergedInto: null, mergedAt: null },
    } satisfies typeof pitch.$inferInsert;
    const parts = it.merged.map(({ id, title, line }) => ({
      ...{ ...whole, id, title, line, voice: "me" as const, needs: [], noteLevel: whole.noteLevel },
      ...{ length: 1 as const, runs: 1, mergedInto: it.id, mergedAt: from },
    }));
    return [whole, ...parts];
  });
  await insertAll(tx, pitch, rows);
  const hosts = all.flatMap(({ merged, ...it }) =>
    [it, ...merged].flatMap(({ id, hosts }) =>
      hosts.map((name, position) => ({ pitchId: id, position, name })),
    ),
  );
  await insertAll(tx, pitchHost, hosts);
}

/** What was published, and the draft as if it had just been. */
async function writeGrid(
  tx: Transaction,
  eventId: string,
  kept: NonNullable<Archive["grid"]>,
  unlisted: string,
): Promise<void> {
  const grid = gridOf(kept, unlisted);
  const rooms = kept.rooms.map(({ directions = "", unofficial = false, ...it }, position) => {
    return { ...it, eventId, position, directions, unofficial };
  });
  await insertAll(tx, room, rooms);
  const slots = kept.slots.map(({ id, kind, title, startsAt, endsAt }) => {
    return { id, eventId, kind, title, startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
  });
  await insertAll(tx, slot, await onTheirDays(tx, eventId, slots));
  await insertPlacements(tx, eventId, grid.placements, await listSlots(tx, eventId));
  await writeVersion(tx, { eventId, publishedBy: null }, grid);
}

async function writeFeedback(
  tx: Transaction,
  eventId: string,
  { people, questions, words }: NonNullable<Archive["feedback"]>,
): Promise<void> {
  await tx.insert(feedback).values({ eventId, people });
  const counts = questions.flatMap(({ question, answers }) =>
    answers.map(({ answer, people }) => ({ eventId, question, answer, people })),
  );
  await insertAll(tx, feedbackCount, counts);
  const said = words.map((text) => ({ id: newId(), eventId, words: text, open: true, hidden: false }));
  await insertAll(tx, feedbackComment, said);
}

/** Sums of which the same is shown: nobody knows the numbers behind them. */
async function writeFairnessOf(
  tx: Transaction,
  camp: { id: string; day: string },
  shown: NonNullable<Archive["fairness"]>,
): Promise<void> {
  const { places, came, ...sums } = sumsOf(shown);
  await writeFairness(tx, camp, sums);
  const row = { eventId: camp.id, day: camp.day, places, came, passedOn: 0, walkIns: 0, called: 0 };
  await tx.insert(turnout).values({ ...row, arrivals: [] });
}
