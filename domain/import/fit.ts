/**
 * What an import would change in a camp: only what is not there yet. Importing a file twice changes nothing the
 * second time; what somebody else put in a cell stays.
 */
import { placePitches } from "#domain/import/cells.ts";
import { isKey, placeholderAddress } from "#domain/import/person.ts";
import type { Called, ImportPlan, KnownCamp } from "#domain/import/plan.ts";
import type { Imported, ImportedPitch, Note, Problem } from "#domain/import/problem.ts";
import { same } from "#domain/import/text.ts";

/** Lays an import beside a camp. */
export function fitInto(imported: Imported, camp: KnownCamp, called: Called): ImportPlan {
  const { pitches, placements, refs, ...said } = placePitches(imported.pitches, camp);
  const problems = [...imported.problems, ...said.problems];
  const strangers = new Set<string>();
  for (const { pitch, row } of imported.rated) {
    if (refs.has(same(pitch))) continue;
    const title = isKey(pitch) ? called.session(pitch) : null;
    const known = title === null ? undefined : refs.get(same(title));
    if (known) refs.set(same(pitch), known);
    else if (title === null) strangers.add(pitch);
    else refs.set(same(pitch), { at: pitches.push({ ...BARE, row, title, ref: pitch }) - 1 });
  }
  const lost = [...imported.rated, ...imported.hands].filter(({ pitch }) => strangers.has(pitch));
  for (const { file = 0, row, pitch } of new Map(
    lost.map((one) => [`${one.file} ${one.row}`, one]),
  ).values()) {
    problems.push({ file, line: row, column: "pitch", code: "pitch_unknown", value: pitch, other: "" });
  }
  const there = new Set(camp.addresses);
  const people = new Map(
    imported.people.map((person) => {
      const email = placeholderAddress(person);
      return [email, { email, name: isKey(person) ? called.person(person) : person }] as const;
    }),
  );
  const newcomers = [...people.values()].filter(({ email }) => !there.has(email));
  const roomNames = new Set(camp.rooms.map((room) => same(room.name)));
  const placedIn = new Set(placements.map(({ room }) => same(room)));
  return {
    rooms: imported.rooms.filter(({ name }) => !roomNames.has(same(name)) && placedIn.has(same(name))),
    slots: imported.slots,
    pitches,
    placements,
    people: newcomers,
    hands: imported.hands.flatMap(({ person, pitch }) => {
      const ref = refs.get(same(pitch));
      return ref ? [{ email: placeholderAddress(person), pitch: ref }] : [];
    }),
    capacity: Math.max(camp.capacity, newcomers.length > 0 ? camp.holding + newcomers.length : 0),
    problems: problems.sort(byPlace),
    notes: [...imported.notes, ...said.notes].sort(byPlace),
  };
}

const BARE: Omit<ImportedPitch, "row" | "title" | "ref"> = {
  line: "",
  kind: "discuss",
  hosts: [],
  cell: null,
  pinned: false,
};

function byPlace(a: Problem | Note, b: Problem | Note): number {
  return (a.file ?? 0) - (b.file ?? 0) || a.line - b.line;
}
