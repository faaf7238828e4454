/** A camp with a session on its grid, and phones that write its notes. */

import { eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { syncNote, type Writer } from "#db/note/writing.ts";
import { bringPitch } from "#db/pitch.ts";
import { event } from "#db/schema/event.ts";
import { documentOf, missingFrom, retype, take, vectorOf, wordsIn } from "#domain/note/document.ts";
import type { NotePart } from "#domain/note.ts";
import type { NoteLevel } from "#domain/pitch.ts";
import type { RunId } from "#domain/run.ts";
import { camper, organiser, pitchForm, pitchingCamp } from "./pitching.ts";
import { freeze, gridOf } from "./published.ts";

/** `run` is hosted by `ada`; `bo` is somebody else with a place, `dan` an organiser. */
export async function notedCamp(db: Database, level: NoteLevel = "open", now = new Date()) {
  const camp = await pitchingCamp(db);
  const [ada, bo] = [await camper(db, camp, "Ada Lovelace"), await camper(db, camp, "Bo Diddley")];
  const dan = await organiser(db, camp);
  const form = pitchForm("What we learned", { noteLevel: level });
  const brought = await bringPitch(db, ada, form, now);
  if (!brought.ok) throw new Error(brought.refusal);
  await freeze(db, camp.eventId, await gridOf(db, camp, now.getTime() - 600_000));
  await db.update(event).set({ phase: "sessions" }).where(eq(event.id, camp.eventId));
  const run: RunId = { pitchId: form.id, copy: 0 };
  return { camp, ada, bo, dan, run };
}

/** A phone with a document of its own, that sends what it has when it is told to. */
export function notePhone(db: Database, who: Writer, run: RunId) {
  let doc = documentOf([]);
  let epoch = 1;
  const send = async (update: Uint8Array | null, now = new Date()) => {
    const answer = await syncNote(db, who, run, { epoch, vector: vectorOf(doc), update }, now);
    if (!answer.ok) return answer;
    if (answer.value.epoch !== epoch) {
      epoch = answer.value.epoch;
      doc = documentOf([]);
    }
    take(doc, answer.value.update);
    return answer;
  };
  return {
    /** @returns the update that it made */
    type: (words: string, part: NotePart = "text") => {
      const before = vectorOf(doc);
      retype(doc, part, words);
      return missingFrom(doc, before)!;
    },
    send,
    /** Sends all that it has ever known, and takes all there is. */
    sync: (now?: Date) => send(missingFrom(doc, vectorOf(documentOf([])))!, now),
    look: (now?: Date) => send(null, now),
    words: () => wordsIn(doc),
  };
}
