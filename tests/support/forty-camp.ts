/**
 * A camp on its day, before its grid: forty pitches with hosts and hands, seven rooms and the canal side, six slots and
 * lunch.
 */
import { eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { event } from "#db/schema/event.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { room } from "#db/schema/room.ts";
import { hand, tally } from "#db/schema/voting.ts";
import { makeBallots } from "#domain/demo/ballots.ts";
import { CANAL } from "#domain/demo/canal.ts";
import { readIdeas } from "#domain/demo/idea.ts";
import { makePeople } from "#domain/demo/people.ts";
import { SEATS_UNKNOWN } from "#domain/limits.ts";
import type { Feature } from "#domain/room.ts";
import type { Attendee } from "#domain/viewer.ts";
import type { TestCamp } from "./camp.ts";
import { type PitchingCamp, pitchingCamp } from "./pitching.ts";
import { putSlots } from "./slots.ts";
import { zoneAt } from "./zone-at.ts";

const PEOPLE = 90;
const PITCHES = 40;
const SEED = 7;
const MINUTE = 60_000;
/** A slot, and the way to the next. */
const EVERY = 60 * MINUTE;

const GRAND: Feature[] = ["screen", "step_free"];
const ROOMS: readonly [name: string, capacity: number, features: Feature[], unofficial?: boolean][] = [
  ["Main hall", 120, GRAND],
  ["Glasgow room", 60, GRAND],
  ["Studio 1", 40, GRAND],
  ["Studio 2", 30, []],
  ["Library", 20, ["quiet"]],
  ["Loft", 16, ["quiet"]],
  ["Snug", 12, []],
  // Nobody knows how many fit: the planner fills it last.
  ["Canal side", SEATS_UNKNOWN, [], true],
];
const SLOTS = ["", "", "", "Lunch and the cake table", "", "", ""];

export type FortyCamp = TestCamp & {
  /** The most wanted first. */
  titles: readonly string[];
  /** Everybody at the camp; the nth of the first forty hosts the nth pitch, and nothing else. */
  people: readonly Attendee[];
  /** Whom a pitch concerns: its host, and whoever has a hand up for it. */
  concernedBy: (title: string) => readonly Attendee[];
};

/** @param begins its first slot, in milliseconds since 1970 */
export async function fortyCamp(db: Database, begins: number): Promise<FortyCamp> {
  const camp = await pitchingCamp(db, "grid", new Date(begins - EVERY));
  const { eventId, slug, sectorId } = camp;
  await db
    .update(event)
    .set({ zone: zoneAt(10, begins) })
    .where(eq(event.id, eventId));
  await insertFrame(db, eventId, begins);
  const people = await insertPeople(db, camp, begins);
  const pitches = await insertPitches(db, eventId, people, begins);
  const ballots = await insertHands(db, eventId, pitches, people);
  const titles = pitches.map(({ title }) => title);
  const concernedBy = (title: string) => {
    const rank = titles.indexOf(title);
    return people.filter((_, n) => n === rank || ballots[n]!.includes(rank));
  };
  return { id: eventId, slug, sectorId, titles, people, concernedBy };
}

/** Its rooms and slots. */
async function insertFrame(db: Database, eventId: string, begins: number): Promise<void> {
  await db.insert(room).values(
    ROOMS.map(([name, capacity, features, unofficial = false], position) => ({
      ...{ id: newId(), eventId, letter: "ABCDEFGH"[position]!, position },
      ...{ name, capacity, features, unofficial },
    })),
  );
  const rows = SLOTS.map((title, n) => {
    const startsAt = new Date(begins + n * EVERY);
    const endsAt = new Date(startsAt.getTime() + 45 * MINUTE);
    const kind = title === "" ? ("session" as const) : ("break" as const);
    return { id: newId(), eventId, kind, title, startsAt, endsAt };
  });
  await putSlots(db, rows);
}

async function insertPeople(db: Database, camp: PitchingCamp, begins: number): Promise<Attendee[]> {
  const { eventId, sectorId } = camp;
  const rows = makePeople(PEOPLE, SEED).map(({ name }, n) => ({
    ...{ id: newId(), eventId, sectorId, name, email: `${n}@forty.example`, status: "confirmed" as const },
    ...{ rank: n + 1, registeredAt: new Date(begins - 24 * EVERY) },
  }));
  await db.insert(registration).values(rows);
  return rows.map(({ id, name }) => ({ registrationId: id, eventId, name }) as Attendee);
}

async function insertPitches(
  db: Database,
  eventId: string,
  people: readonly Attendee[],
  begins: number,
): Promise<{ id: string; title: string }[]> {
  const ideas = readIdeas(CANAL).filter(({ same, voice }) => !same && voice !== "wish");
  const rows = ideas.slice(0, PITCHES).map(({ hosts: _, same, ...words }, n) => ({
    ...{ ...words, id: newId(), eventId, createdAt: new Date(begins - 2 * EVERY + n * MINUTE) },
  }));
  await db.insert(pitch).values(rows);
  await db.insert(pitchHost).values(
    rows.map(({ id: pitchId }, n) => {
      const { registrationId, name } = people[n]!;
      return { pitchId, position: 0, own: true, registrationId, name };
    }),
  );
  return rows;
}

/** @returns for each of the people the ranks of what they have a hand up for */
async function insertHands(
  db: Database,
  eventId: string,
  pitches: readonly { id: string }[],
  people: readonly Attendee[],
): Promise<number[][]> {
  const ballots = makeBallots(PEOPLE, PITCHES, SEED);
  const hands = ballots.flatMap((ballot, voter) =>
    ballot.map((rank) => ({
      ...{ pitchId: pitches[rank]!.id, registrationId: people[voter]!.registrationId, up: true },
    })),
  );
  await db.insert(hand).values(hands);
  const handsFor = (pitchId: string) => hands.filter((one) => one.pitchId === pitchId).length;
  await db
    .insert(tally)
    .values(pitches.map(({ id }) => ({ pitchId: id, eventId, hands: handsFor(id), version: 1 })));
  return ballots;
}
