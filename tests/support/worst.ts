/** The worst that people can write into a camp: words no browser breaks, in every script, each as long as a field takes. */

import { eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { callForHelp } from "#db/help-call.ts";
import { newId } from "#db/id.ts";
import { callPitch } from "#db/pitch/front.ts";
import { bringPitchFor, listPitches } from "#db/pitch.ts";
import { keepLinks, newLink } from "#db/registration/link.ts";
import { signUp } from "#db/rota/signing-up.ts";
import { addTasks } from "#db/rota/tasks.ts";
import { listRota } from "#db/rota.ts";
import { event, sector } from "#db/schema/event.ts";
import { placement } from "#db/schema/grid.ts";
import { registration } from "#db/schema/registration.ts";
import { room } from "#db/schema/room.ts";
import type { Phase } from "#domain/event.ts";
import type { Placement } from "#domain/grid.ts";
import { LONGEST } from "#domain/limits.ts";
import { HOSTS_MAX } from "#domain/pitch.ts";
import { roomLetter } from "#domain/room.ts";
import type { Attendee } from "#domain/viewer.ts";
import type { Organiser } from "#tests/support/camp.ts";
import { putSlots } from "#tests/support/slots.ts";
import { MORNING, organiser, type PitchingCamp, pitchForm, pitchingCamp } from "./pitching.ts";
import { publishDraft } from "./published.ts";

/** Each without a place where a browser would break it, or with one that it gets wrong. */
export const WORST = [
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
  "https://www.example.gov.uk/government/publications/communication-guidance?utm_source=x%20&y=1",
  "lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas",
  "การสื่อสารของรัฐบาลท้องถิ่นกับประชาชนในช่วงน้ำท่วมใหญ่และการเลือกตั้ง",
  "التواصل الحكومي مع Whitehall والمواطنين في أوقات الأزمات ومواسم الفيضانات",
  "👩‍👩‍👧‍👦🏳️‍🌈👨🏽‍🚒",
  "WWWWWWWWWW",
  "communication/s/engagement/marketing/consultation/s",
  "somebody.with.a.long.name@communications-and-engagement.example.gov.uk",
] as const;

/** A word repeated up to a length, never cut inside what a reader takes for one letter. */
export function filled(word: string, most: number): string {
  const letters = [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(word)];
  let text = "";
  for (let i = 0; ; i++) {
    const { segment } = letters[i % letters.length]!;
    if (text.length + segment.length > most) return text;
    text += segment;
  }
}

const worst = (n: number, most: number) => filled(WORST[n % WORST.length]!, most);

export type WorstCamp = PitchingCamp & { organiser: Organiser; camper: Attendee; token: string };

const SLOT = 45 * 60_000;

/**
 * A camp with the worst words everywhere: a pitch with each, two versions of a grid, somebody with a place.
 *
 * @param n which of the words is the camp's own
 * @param now the middle of the third slot
 */
export async function worstCamp(db: Database, phase: Phase, n: number, now: Date): Promise<WorstCamp> {
  const camp = await pitchingCamp(db, "pitching");
  const { eventId } = camp;
  await db
    .update(event)
    .set({ name: worst(n, 80), strapline: worst(n + 1, 160), place: worst(n + 2, 120) })
    .where(eq(event.id, eventId));
  await db
    .update(sector)
    .set({ name: worst(n + 3, 60) })
    .where(eq(sector.id, camp.sectorId));
  const dan = await organiser(db, camp, worst(n, 80));
  const { camper, token } = await someone(db, camp, n);
  await pitchAll(db, dan, n);
  await fillRota(db, dan, now);
  if (["grid", "sessions", "after", "archived"].includes(phase)) await publishTwice(db, dan, n, now);
  await db.update(event).set({ phase }).where(eq(event.id, eventId));
  return { ...camp, organiser: dan, camper, token };
}

/** Somebody with a place, and the token of their private page. */
async function someone(db: Database, { eventId, sectorId }: PitchingCamp, n: number) {
  const registrationId = newId();
  const name = worst(n, 80);
  await db.insert(registration).values({
    id: registrationId,
    eventId,
    email: `${"a".repeat(64)}@${"communications-and-engagement.".repeat(4)}gov.uk`,
    name,
    sectorId,
    organisation: worst(n + 1, 120),
    access: worst(n + 2, 400),
    status: "confirmed",
    rank: 1_000_000 + n,
    registeredAt: MORNING,
  });
  const { token, row } = newLink(registrationId, { mailed: false, now: new Date() });
  await keepLinks(db, [{ token, row }]);
  return { camper: { registrationId, eventId, name } as Attendee, token };
}

async function pitchAll(db: Database, dan: Organiser, n: number): Promise<void> {
  const hosts = Array.from({ length: HOSTS_MAX }, (_, i) => worst(n + i, 80));
  for (const [i, word] of WORST.entries()) {
    const form = pitchForm(filled(word, LONGEST.pitchTitle), {
      line: filled(word, LONGEST.pitchLine),
      kind: "went_wrong",
      voice: "with_me",
      noteLevel: i % 2 ? "no_names" : "open",
      needs: ["screen", "quiet", "step_free"],
    });
    await bringPitchFor(db, dan, form, hosts.slice(i % HOSTS_MAX), new Date(MORNING.getTime() + i * 60_000));
  }
  const [first] = await listPitches(db, dan.eventId);
  await callPitch(db, dan, first!.id, MORNING);
}

/** Tasks that are on now and later, with the organiser down for one, and a call for help that they made. */
async function fillRota(db: Database, dan: Organiser, now: Date): Promise<void> {
  const tasks = WORST.map((_, nth) => ({
    ...{ task: worst(nth, LONGEST.rotaTask), place: worst(nth + 1, LONGEST.rotaPlace), wanted: 50 },
    ...{ startsAt: now.getTime() + nth * SLOT - 1, endsAt: now.getTime() + (nth + 1) * SLOT },
  }));
  await addTasks(db, dan, tasks, now);
  await signUp(db, dan, (await listRota(db, dan))[0]!.id, now);
  const said = { what: worst(0, LONGEST.helpCall), place: worst(1, LONGEST.rotaPlace) };
  await callForHelp(db, dan, { id: newId(), ...said }, now);
}

/** Every room has a session in the third slot; then two have swapped their rooms and one is new. */
async function publishTwice(db: Database, dan: Organiser, n: number, now: Date): Promise<void> {
  const { eventId } = dan;
  const begins = now.getTime() - 2.5 * SLOT;
  const rooms = WORST.map((_, i) => ({
    id: newId(),
    eventId,
    name: worst(n + i, 58 + (i % 3)),
    capacity: 5000,
    letter: roomLetter(i),
    position: i,
  }));
  const slots = Array.from({ length: 5 }, (_, i) => ({
    id: newId(),
    eventId,
    kind: i === 1 ? ("break" as const) : ("session" as const),
    title: i === 1 ? worst(n, 60) : "",
    startsAt: new Date(begins + i * SLOT),
    endsAt: new Date(begins + (i + 1) * SLOT),
  }));
  await db.insert(room).values(rooms);
  await putSlots(db, slots);
  const pitches = await listPitches(db, eventId);
  const inRooms = (order: readonly number[]): Placement[] =>
    order.map((r, i) => ({
      pitchId: pitches[i]!.id,
      slotId: slots[i > 6 ? 3 : 2]!.id,
      roomId: rooms[r]!.id,
      copy: 0,
      length: 1 as const,
      pinned: false,
    }));
  for (const order of [
    [1, 0, 2, 3, 4, 5, 6, 7],
    [0, 1, 2, 3, 4, 5, 6, 8, 7],
  ]) {
    const placements = inRooms(order);
    await db.delete(placement).where(eq(placement.eventId, eventId));
    await db.insert(placement).values(placements.map((one) => ({ ...one, eventId })));
    const published = await publishDraft(db, dan, now);
    if (!published.ok) throw new Error(`not published: ${published.refusal}`);
  }
}
