/** A camp in which something of everything happened while people pitched, for tests that walk its pages. */
import { eq } from "drizzle-orm";
import { announce } from "#db/announcement.ts";
import type { Database } from "#db/connection.ts";
import { insertEquality } from "#db/demo/equality.ts";
import { newId } from "#db/id.ts";
import { typeCount } from "#db/pitch/count.ts";
import { hidePitch } from "#db/pitch/hiding.ts";
import { askHost } from "#db/pitch/host-ask.ts";
import { previewMerge } from "#db/pitch/mergeable.ts";
import { mergePitches } from "#db/pitch/merging.ts";
import { reportPitch } from "#db/pitch/report.ts";
import { bringPitch, bringPitchFor } from "#db/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import type { Attendee } from "#domain/viewer.ts";
import type { Organiser } from "./camp.ts";
import { pitchForm } from "./pitching.ts";

type Camp = { eventId: string; organiser: Organiser; camper: Attendee };

/**
 * The camper has a pitch that another was merged into, and asked somebody to host it; one was reported, one hidden; hands were
 * counted, something was announced, and the camp asks equality questions.
 * @param word all that is written in it @returns the camper's pitch, and one that says the same
 */
export async function makeEventful(
  db: Database,
  { eventId, organiser: crew, camper }: Camp,
  word: string,
): Promise<{ mine: string; alike: string }> {
  const now = new Date();
  const mine = pitchForm(word, { voice: "with_me" });
  const [part, alike, reported, hidden] = [0, 1, 2, 3].map(() => pitchForm(word)) as [
    typeof mine,
    typeof mine,
    typeof mine,
    typeof mine,
  ];
  await bringPitch(db, camper, mine, now);
  for (const form of [part, alike, reported, hidden]) await bringPitchFor(db, crew, form, [word], now);
  const both = { stays: mine.id, goes: part.id };
  const { mark } = (await previewMerge(db, crew, both))!;
  await mergePitches(db, crew, { ...both, mark, reason: word }, now);
  await askHost(db, camper, { pitchId: mine.id, whom: word, kind: "beside" }, now);
  await reportPitch(db, camper, { pitchId: reported.id, reason: word }, now);
  await hidePitch(db, crew, { pitchId: hidden.id, reason: word }, now);
  await typeCount(db, crew, { pitchId: alike.id, what: "room", hands: 400 }, now);
  await typeCount(db, crew, { pitchId: mine.id, what: "paper", hands: 4 }, now);
  await announce(db, crew, { id: newId(), text: word }, now);
  await db.update(registration).set({ verifiedAt: now }).where(eq(registration.id, camper.registrationId));
  await db.transaction((tx) => insertEquality(tx, eventId, { seed: 1 }, [], now));
  return { mine: mine.id, alike: alike.id };
}
