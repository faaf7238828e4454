/** Five pitches in the line to pitch, each called as whoever brought it, and what is done to them. */
import type { Database } from "#db/connection.ts";
import { readLine } from "#db/pitch/line.ts";
import { previewMerge } from "#db/pitch/mergeable.ts";
import { mergePitches } from "#db/pitch/merging.ts";
import { bringPitch } from "#db/pitch.ts";
import type { Attendee } from "#domain/viewer.ts";
import { camper, MORNING, organiser, pitchForm, pitchingCamp } from "./pitching.ts";

export const NAMES = ["Ama", "Bo", "Cleo", "Dev", "Eli"];
const later = (seconds: number) => new Date(MORNING.getTime() + seconds * 1000);

export type FivePitches = Awaited<ReturnType<typeof fivePitches>>;

export async function fivePitches(db: Database) {
  const camp = await pitchingCamp(db);
  const [dan, eve] = [await organiser(db, camp), await organiser(db, camp, "Eve")];
  const title = new Map<string, string>();
  const idOf = (name: string) => [...title].find(([, named]) => named === name)![0];
  const bring = async (name: string, who: Attendee): Promise<string> => {
    const form = pitchForm(name);
    const brought = await bringPitch(db, who, form, later(title.size));
    if (!brought.ok) throw new Error(`not brought: ${brought.refusal}`);
    title.set(form.id, name);
    return form.id;
  };
  const people: Attendee[] = [];
  for (const name of NAMES) {
    people.push(await camper(db, camp, name));
    await bring(name, people.at(-1)!);
  }
  return {
    ...{ camp, dan, eve, people, idOf, bring },
    /** "Ama: Bo Cleo" is Ama at the front and two who wait. */
    line: async (): Promise<string> => {
      const { front, waiting } = await readLine(db, camp.eventId);
      const named = (id: string) => title.get(id);
      return `${front?.id ? named(front.id) : "–"}: ${waiting.map(named).join(" ")}`;
    },
    merge: async (one: string, into: string): Promise<void> => {
      const pair = { stays: idOf(into), goes: idOf(one) };
      const { mark } = (await previewMerge(db, dan, pair))!;
      await mergePitches(db, dan, { ...pair, mark, reason: "The same" }, later(20));
    },
  };
}
