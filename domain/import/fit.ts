/** What an import would change in a camp: only what is not there yet, so that a second time changes nothing. */

import {
  type Additions,
  type Called,
  type KnownCamp,
  nameFor,
  PITCHES_MAX,
  type PitchRef,
} from "#domain/import/additions.ts";
import { type Alike, findAlike } from "#domain/import/alike.ts";
import { placePitches } from "#domain/import/cells.ts";
import { fatesOf } from "#domain/import/fates.ts";
import { findPeople } from "#domain/import/people.ts";
import { isKey, personKey } from "#domain/import/person.ts";
import type {
  Ballot,
  Imported,
  ImportedPitch,
  ImportedRow,
  Note,
  Problem,
  ProblemCode,
} from "#domain/import/problem.ts";
import { outline, same } from "#domain/import/text.ts";
import { RANGES } from "#domain/limits.ts";

/**
 * Lays an import beside a camp. @param answered questions about names that look alike (`Alike.id`) answered "the
 * same"
 */
export function fitInto(
  imported: Imported,
  camp: KnownCamp,
  called: Called,
  answered: readonly string[] = [],
): Additions {
  const yes = new Set(answered);
  const rooms = settleRooms(imported, camp, yes);
  const { pitches, placements, refs, ...said } = placePitches(rooms.pitches, camp);
  const problems = [...imported.problems, ...said.problems];
  const complain = (
    { file, row }: Ballot,
    column: "person" | "pitch",
    code: ProblemCode,
    value: string,
    other = "",
  ) => problems.push({ file: file ?? 0, row, column, code, value, other });
  const about = settlePitches(imported.ballots, camp, { pitches, refs }, called, yes);
  const known = imported.ballots.filter(({ pitch }) => about.refs.has(same(pitch)));
  const free = Math.max(0, RANGES.places.max - camp.holding);
  const people = findPeople(known, camp.people, called, yes, free);
  const hands = new Map<string, { email: string; pitch: PitchRef; ballot: Ballot }>();
  for (const ballot of imported.ballots) {
    const ref = about.refs.get(same(ballot.pitch));
    const email = people.emails.get(personKey(ballot.person));
    if (!ref)
      complain(
        ballot,
        "pitch",
        about.many.has(same(ballot.pitch)) ? "pitches_many" : "pitch_unknown",
        ballot.pitch,
        String(PITCHES_MAX),
      );
    else if (!email) complain(ballot, "person", "places_many", ballot.person, String(RANGES.places.max));
    else {
      const key = JSON.stringify([email, ref]);
      if (ballot.up && !hands.has(key)) hands.set(key, { email, pitch: ref, ballot });
    }
  }
  const used = new Set(
    placements.flatMap(({ slot, second }) => [slot, ...(second ? [second] : [])]).map(startOf),
  );
  const placedIn = new Set(placements.map(({ room }) => same(room)));
  const roomNames = new Set(camp.rooms.map((room) => same(room.name)));
  const notes = [...imported.notes, ...said.notes];
  const inSlots = new Set(
    rooms.pitches
      .flatMap(({ cell }) => (cell ? [cell.slot, ...(cell.second ? [cell.second] : [])] : []))
      .map(startOf),
  );
  const inRooms = new Set(rooms.pitches.flatMap(({ cell }) => (cell ? [same(cell.room)] : [])));
  const additions = {
    met: {
      rooms: camp.rooms.filter(({ name }) => inRooms.has(same(name))).length,
      slots: camp.slots.filter(({ startsAt }) => inSlots.has(startsAt)).length,
    },
    rooms: rooms.rooms.filter(({ name }) => !roomNames.has(same(name)) && placedIn.has(same(name))),
    slots: imported.slots.filter(({ kind, startsAt }) => kind === "break" || used.has(startsAt)),
    pitches,
    placements,
    people: people.newcomers,
    hands: [...hands.values()].map(({ email, pitch }) => ({ email, pitch })),
    capacity: Math.max(
      camp.capacity,
      people.newcomers.length > 0 ? camp.holding + people.newcomers.length : 0,
    ),
    alike: [...rooms.asked, ...about.asked, ...people.asked],
  };
  const left = new Set(problems.map(({ file = 0, row }) => `${file} ${row}`));
  const raised = [...hands.values()].map(({ ballot }): ImportedRow => ballot);
  const bringing = [...imported.pitches, ...pitches, ...raised, ...firstBallots(known, people)];
  return {
    ...additions,
    rows: fatesOf(imported, { problems, notes, bringing }),
    problems: problems.sort(byPlace),
    // A row that is left out needs no other remark.
    notes: notes.filter(({ file = 0, row }) => !left.has(`${file} ${row}`)).sort(byPlace),
  };
}

function settleRooms(imported: Imported, camp: KnownCamp, answered: ReadonlySet<string>) {
  const likeness = (name: string) => [outline(name)].filter((plain) => plain !== "");
  const { asked, taken } = findAlike(
    { kind: "room", keyOf: same, likeness, among: true },
    imported.pitches.flatMap(({ file, row, cell }) => (cell ? [{ file, row, name: cell.room }] : [])),
    camp.rooms.map(({ name }) => ({ name, likeness: likeness(name) })),
    answered,
  );
  const settled = (name: string) => taken.get(same(name)) ?? name;
  const rooms = new Map<string, { name: string; seats: number | null }>();
  for (const { name, seats } of imported.rooms) {
    const key = same(settled(name));
    const before = rooms.get(key)?.seats ?? 0;
    rooms.set(key, {
      name: rooms.get(key)?.name ?? settled(name),
      seats: Math.max(before, seats ?? 0) || null,
    });
  }
  const pitches = imported.pitches.map((pitch) =>
    pitch.cell ? { ...pitch, cell: { ...pitch.cell, room: settled(pitch.cell.room) } } : pitch,
  );
  return { asked, pitches, rooms: [...rooms.values()] };
}

type Settled = { refs: Map<string, PitchRef>; asked: Alike[]; many: ReadonlySet<string> };

/** Which pitch each ballot is about. One known by a key only is made, under a name that finds it again. */
function settlePitches(
  ballots: readonly Ballot[],
  camp: KnownCamp,
  { pitches, refs }: { pitches: ImportedPitch[]; refs: Map<string, PitchRef> },
  called: Called,
  answered: ReadonlySet<string>,
): Settled {
  const strangers: Ballot[] = [];
  const many = new Set<string>();
  for (const ballot of ballots) {
    const { pitch, row, file } = ballot;
    if (refs.has(same(pitch))) continue;
    const title = isKey(pitch) ? nameFor(called, "session", pitch) : null;
    const known = title === null ? undefined : refs.get(same(title));
    if (known) refs.set(same(pitch), known);
    else if (title === null) strangers.push(ballot);
    else if (camp.pitches.length + pitches.length >= PITCHES_MAX) many.add(same(pitch));
    else refs.set(same(pitch), { at: pitches.push({ ...BARE, file, row, title, ref: pitch }) - 1 });
  }
  const titles = [...camp.pitches, ...pitches].map(({ title }) => title);
  const likeness = (name: string) => [outline(name)].filter((plain) => plain !== "");
  const { asked, taken } = findAlike(
    { kind: "pitch", keyOf: same, likeness, among: false },
    strangers.map(({ pitch, row, file }) => ({ name: pitch, row, file })),
    titles.map((title) => ({ name: title, likeness: likeness(title) })),
    answered,
  );
  for (const [key, title] of taken) {
    const ref = refs.get(same(title));
    if (ref) refs.set(key, ref);
  }
  return { refs, asked, many };
}

function firstBallots(
  ballots: readonly Ballot[],
  { emails, newcomers }: { emails: Map<string, string>; newcomers: readonly { email: string }[] },
): Ballot[] {
  const waiting = new Set(newcomers.map(({ email }) => email));
  return ballots.filter(({ person }) => waiting.delete(emails.get(personKey(person)) ?? ""));
}

const startOf = ({ startsAt }: { startsAt: number }) => startsAt;

const BARE: Omit<ImportedPitch, "row" | "title" | "ref"> = {
  line: "",
  kind: "discuss",
  hosts: [],
  cell: null,
  pinned: false,
};

function byPlace(a: Problem | Note, b: Problem | Note): number {
  return (a.file ?? 0) - (b.file ?? 0) || a.row - b.row;
}
