/** Two pitches of two hosts in a camp that pitches, and what is done to them: merged, taken apart, tapped. */
import { eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { previewMerge } from "#db/pitch/mergeable.ts";
import { mergePitches, partPitches } from "#db/pitch/merging.ts";
import { bringPitch } from "#db/pitch.ts";
import { tally } from "#db/schema/voting.ts";
import { countHands } from "#db/voting/tally.ts";
import { raiseHands } from "#db/voting.ts";
import type { PitchForm } from "#domain/pitch.ts";
import type { Attendee } from "#domain/viewer.ts";
import { camper, MORNING, organiser, pitchForm, pitchingCamp } from "./pitching.ts";

export const later = (seconds: number) => new Date(MORNING.getTime() + 1000 * seconds);

export type TwoPitches = Awaited<ReturnType<typeof twoPitches>>;

/** Ama's and, a second later, Rhys's; Dan is an organiser. */
export async function twoPitches(db: Database) {
  const camp = await pitchingCamp(db);
  const dan = await organiser(db, camp);
  const [ama, rhys] = [await camper(db, camp, "Ama"), await camper(db, camp, "Rhys")];
  const hers = pitchForm("Short videos", { line: "With a phone", noteLevel: "no_names" });
  const his = pitchForm("Video on no budget", { line: "I have tried", needs: ["screen"] });
  await bringPitch(db, ama, hers, MORNING);
  await bringPitch(db, rhys, his, later(1));
  return {
    ...{ camp, dan, ama, rhys, hers, his },
    /** Hers stays, unless told otherwise. */
    merge: async (stays = hers.id, goes = his.id, at = later(10)) => {
      const { mark } = (await previewMerge(db, dan, { stays, goes }))!;
      return mergePitches(db, dan, { stays, goes, mark, reason: "The same thing" }, at);
    },
    part: (goes = his.id, at = later(20)) => partPitches(db, dan, { goes, reason: "Two after all" }, at),
    tap: async (who: Attendee, { id }: PitchForm, up: boolean, seconds: number) => {
      await raiseHands(db, [{ attendee: who, pitchId: id, up, castAt: later(seconds) }], later(60));
      await countHands(db, camp.eventId, [id]);
    },
    count: async ({ id }: PitchForm) =>
      (await db.select().from(tally).where(eq(tally.pitchId, id)))[0]?.hands ?? 0,
  };
}
