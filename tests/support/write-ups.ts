/** A camp with a session of each note level, all begun, for tests of what people write up. */
import { eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { findOwnWriteUp, saveWriteUp } from "#db/write-up.ts";
import type { Phase } from "#domain/event.ts";
import type { NoteLevel, PitchKind } from "#domain/pitch.ts";
import type { Attendee } from "#domain/viewer.ts";
import { BLANK_WRITE_UP, type WriteUpForm, type WriteUpOf } from "#domain/write-up.ts";
import type { Organiser } from "#tests/support/camp.ts";
import {
  camper,
  MORNING,
  organiser,
  type PitchingCamp,
  pitchForm,
  pitchingCamp,
} from "#tests/support/pitching.ts";
import { freeze, gridOf } from "#tests/support/published.ts";

const HOUR = 3_600_000;

/** The evening of the camp's day: all its sessions have begun. */
export const EVENING = new Date(MORNING.getTime() + 8 * HOUR);

export type Written = { camp: PitchingCamp; dan: Organiser; ama: Attendee; of: Record<Subject, WriteUpOf> };
const SUBJECTS = ["open", "no_names", "no_notes", "unlisted", "went_wrong"] as const;
type Subject = (typeof SUBJECTS)[number];

/**
 * Each session is called by its level, and hosted by Rhys Pryce.
 * @param phase in which the camp stands then @param begins its first session, which is also when its doors open
 */
export async function campToWriteAbout(
  db: Database,
  phase: Phase = "after",
  begins = MORNING,
): Promise<Written> {
  const camp = await pitchingCamp(db, "pitching", begins);
  const dan = await organiser(db, camp);
  const of: Record<string, WriteUpOf> = {};
  for (const subject of SUBJECTS) {
    const wrong = subject === "went_wrong";
    const noteLevel: NoteLevel = wrong ? "open" : subject;
    const kind: PitchKind = wrong ? subject : "discuss";
    const form = pitchForm(`The ${subject} one`, { noteLevel, kind });
    await bringPitchFor(db, dan, form, ["Rhys Pryce"], MORNING);
    of[subject] = { pitchId: form.id, day: null };
  }
  await freeze(db, camp.eventId, await gridOf(db, camp, begins.getTime()));
  await db.update(event).set({ phase }).where(eq(event.id, camp.eventId));
  return { camp, dan, ama: await camper(db, camp, "Ama Owusu"), of };
}

export const said = (rest: Partial<WriteUpForm> = {}): WriteUpForm => ({
  ...BLANK_WRITE_UP,
  ...{ learned: "Ask before you build.", level: "public" },
  ...rest,
});

/** Saves over what is there, as a phone does that shows it. */
export async function write(
  db: Database,
  who: Attendee,
  of: WriteUpOf,
  form: WriteUpForm = said(),
  now: Date = EVENING,
) {
  const mark = (await findOwnWriteUp(db, who, of))?.mark ?? "";
  return saveWriteUp(db, who, of, { form, mark }, now);
}

/** Its hosts agree on something else. */
export async function agreeOn(db: Database, of: WriteUpOf, noteLevel: NoteLevel): Promise<void> {
  await db.update(pitch).set({ noteLevel }).where(eq(pitch.id, of.pitchId!));
}
