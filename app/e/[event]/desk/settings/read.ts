/** Reads the lists of the settings forms: numbered fields become rows, and errors are named by field. */
import { z } from "zod";
import type { DayInput } from "#db/day/change.ts";
import type { ReleaseInput } from "#db/release/change.ts";
import type { RoomInput } from "#db/room.ts";
import type { SectorInput } from "#db/sector.ts";
import type { SlotInput } from "#db/slot.ts";
import { clock, date, maybeText, opensAt, text, whole } from "#domain/fields.ts";
import { isId } from "#domain/id.ts";
import { LONGEST, MOST, SEATS_UNKNOWN } from "#domain/limits.ts";
import { publicUrl } from "#domain/public-url.ts";
import { FEATURES } from "#domain/room.ts";
import { SLOT_KINDS } from "#domain/slot.ts";
import { oneLine } from "#domain/text.ts";
import { isShown } from "#domain/time/local.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";

const camp = wordsOf("camp");
const refusal = wordsOf("refusal");
const release = wordsOf("release").settings;

export type Read<Row> = { rows: Row[]; errors: Record<string, string> };
type Names = (part: string) => string;

/** For an id or a tick that no form of ours sends. */
export const UNSAID = { error: () => refusal.bad_input.what };

/** The rows with an id of something that exists, or with anything typed into them. */
export function numbered(
  form: FormData,
  noun: string,
  parts: readonly string[],
): { index: number; names: Names }[] {
  const indices = [
    ...new Set(
      [...form.keys()].flatMap((key) => new RegExp(`^${noun}\\.(\\d{1,3})\\.`).exec(key)?.[1] ?? []),
    ),
  ];
  return indices
    .map(Number)
    .sort((a, b) => a - b)
    .map((index) => ({ index, names: (part: string) => `${noun}.${index}.${part}` }))
    .filter(({ names }) => form.get(names("remove")) !== "yes")
    .filter(({ names }) =>
      ["id", ...parts].some((part) => oneLine(String(form.get(names(part)) ?? "")) !== ""),
    );
}

export const idOrNew = z
  .string()
  .refine((id) => id === "" || isId(id))
  .transform((id) => id || null);

export function collect(error: z.ZodError, names: Names, errors: Record<string, string>) {
  for (const issue of error.issues) errors[names(String(issue.path[0]))] ??= issue.message;
}

/** An error for a list that is too long, at its first field. */
export function measure(
  rows: readonly { names: Names }[],
  most: number,
  part: string,
  errors: Record<string, string>,
) {
  if (rows.length > most) errors[rows[0]!.names(part)] ??= camp.tooMany(most);
}

/** @param which how the form called it */
const room = (which: string) =>
  z.object({
    id: idOrNew,
    name: text("roomName", camp.rooms.nameWrong(which)),
    capacity: whole("seats", camp.rooms.seatsWrong(which)),
    features: z.array(z.enum(FEATURES)),
    directions: maybeText("directions", camp.rooms.directionsLong(which)),
    unofficial: z.boolean(),
    link: maybeText("roomLink", camp.rooms.linkWrong(which)).refine(
      (link) => link === "" || publicUrl(link, LONGEST.roomLink) !== null,
      camp.rooms.linkWrong(which),
    ),
  });

export function readRooms(form: FormData): Read<RoomInput> {
  const read: Read<RoomInput> = { rows: [], errors: {} };
  const numbers = numbered(form, "room", ["name", "capacity", "directions", "link"]);
  measure(numbers, MOST.rooms, "name", read.errors);
  const seen = new Map<string, string>();
  for (const { index, names } of numbers) {
    const unofficial = form.get(names("unofficial")) === "yes";
    const typed = {
      id: form.get(names("id")) ?? "",
      name: form.get(names("name")),
      // Whatever is typed of a place whose seats nobody knows, it is not known.
      capacity: unofficial ? String(SEATS_UNKNOWN) : form.get(names("capacity")),
      features: form.getAll(names("features")),
      directions: form.get(names("directions")) ?? "",
      unofficial,
      link: form.get(names("link")) ?? "",
    };
    const letter = /^[A-Z]{1,3}$/.exec(String(form.get(names("letter"))))?.[0];
    const which = letter ? camp.rooms.number(letter) : camp.rooms.row(index + 1);
    const row = room(which).safeParse(typed, UNSAID);
    if (!row.success) {
      collect(row.error, names, read.errors);
      continue;
    }
    const { name } = row.data;
    const first = seen.get(name);
    if (first) read.errors[names("name")] ??= camp.rooms.twice(which, first, name);
    else read.rows.push(row.data);
    seen.set(name, first ?? which);
  }
  return read;
}

const slot = (number: number) =>
  z
    .object({
      id: idOrNew,
      kind: z.enum(SLOT_KINDS),
      title: maybeText("slotTitle", camp.slots.nameLong(number)),
      day: date(camp.slots.dayWrong(number)),
      starts: clock(camp.slots.timesWrong(number)),
      ends: clock(camp.slots.timesWrong(number)),
    })
    .refine(({ kind, title }) => kind !== "break" || title !== "", {
      path: ["title"],
      error: camp.slots.nameWrong(number),
    });

/** @returns rows with the number each had in the form, for an error about their order */
export function readSlots(form: FormData): Read<SlotInput> & { numbers: number[] } {
  const read = { rows: [] as SlotInput[], errors: {} as Record<string, string>, numbers: [] as number[] };
  const rows = numbered(form, "slot", ["title", "starts", "ends"]);
  measure(rows, MOST.slots, "starts", read.errors);
  for (const { index, names } of rows) {
    const parts = ["id", "kind", "title", "day", "starts", "ends"];
    const typed = Object.fromEntries(parts.map((part) => [part, form.get(names(part)) ?? ""]));
    const row = slot(index + 1).safeParse(typed, UNSAID);
    if (!row.success) collect(row.error, names, read.errors);
    else {
      read.rows.push(row.data);
      read.numbers.push(index);
    }
  }
  return read;
}

const when = (number: number) => ({
  day: date(release.dayWrong(number)),
  time: clock(release.timeWrong(number)),
});

/** @param number as the form counts them @param zone of the camp: clocks skip some times */
function releaseRow(number: number, zone: string) {
  const { day, time } = when(number);
  const common = {
    id: idOrNew,
    places: whole("places", release.placesWrong(number)),
    opensDay: day,
    opensTime: time,
  };
  const shown = (part: "opens" | "closes", it: { day: string; time: string }) =>
    isShown(it.day, it.time, zone) ? [] : [`${part}Time`];
  const source = text("drawSource", release.sourceWrong(number));
  const way = z.discriminatedUnion("way", [
    z.object({ ...common, way: z.enum(["first_come", "batch"]) }),
    z.object({ ...common, way: z.literal("draw"), closesDay: day, closesTime: time, source }),
  ]);
  return way.transform((it, context): ReleaseInput => {
    const opens = { day: it.opensDay, time: it.opensTime };
    const closes = it.way === "draw" ? { day: it.closesDay, time: it.closesTime } : null;
    for (const path of [...shown("opens", opens), ...(closes ? shown("closes", closes) : [])])
      context.addIssue({ code: "custom", path: [path], message: release.skipped(number) });
    const { id, way: how, places } = it;
    return { id, way: how, places, opens, closes, source: it.way === "draw" ? it.source : "" };
  });
}

const RELEASE_PARTS = ["id", "way", "places", "opensDay", "opensTime", "closesDay", "closesTime", "source"];

export function readReleases(form: FormData, zone: string): Read<ReleaseInput> {
  const read: Read<ReleaseInput> = { rows: [], errors: {} };
  const rows = numbered(form, "release", ["places", "opensDay", "opensTime"]);
  measure(rows, MOST.releases, "places", read.errors);
  for (const { index, names } of rows) {
    const typed = Object.fromEntries(RELEASE_PARTS.map((part) => [part, form.get(names(part)) ?? ""]));
    const row = releaseRow(index + 1, zone).safeParse(typed, UNSAID);
    if (row.success) read.rows.push(row.data);
    else collect(row.error, names, read.errors);
  }
  return read;
}

const day = (number: number, zone: string) =>
  z
    .object({
      id: idOrNew,
      date: date(camp.days.dateWrong(number)),
      doors: clock(camp.days.doorsWrong(number)),
    })
    .refine(({ date: day, doors }) => opensAt({ day, doors, zone }), {
      path: ["doors"],
      error: camp.days.doorsSkipped(number),
    });

/** @param zone of the camp: clocks skip some times */
export function readDays(form: FormData, zone: string): Read<DayInput> {
  const read: Read<DayInput> = { rows: [], errors: {} };
  const numbers = numbered(form, "day", ["date", "doors"]);
  measure(numbers, MOST.days, "date", read.errors);
  const seen = new Set<string>();
  for (const { index, names } of numbers) {
    const parts = ["id", "date", "doors"];
    const typed = Object.fromEntries(parts.map((part) => [part, form.get(names(part)) ?? ""]));
    const row = day(index + 1, zone).safeParse(typed, UNSAID);
    if (!row.success) collect(row.error, names, read.errors);
    else if (seen.has(row.data.date)) read.errors[names("date")] ??= camp.days.twice(index + 1);
    else read.rows.push(row.data);
    if (row.success) seen.add(row.data.date);
  }
  if (numbers.length === 0) read.errors["day.0.date"] = camp.days.none;
  return read;
}

const sector = perLanguage(() =>
  z.object({ id: idOrNew, name: maybeText("sectorName", camp.sectors.nameLong) }),
);

/** A sector whose name was emptied is removed, unless somebody chose it: so how many there are is counted later. */
export function readSectors(form: FormData): Read<SectorInput> {
  const read: Read<SectorInput> = { rows: [], errors: {} };
  const numbers = numbered(form, "sector", ["name"]);
  const seen = new Set<string>();
  for (const { names } of numbers) {
    const typed = { id: form.get(names("id")) ?? "", name: form.get(names("name")) ?? "" };
    const row = sector().safeParse(typed, UNSAID);
    if (!row.success) collect(row.error, names, read.errors);
    else if (row.data.name !== "" && seen.has(row.data.name)) {
      read.errors[names("name")] ??= camp.sectors.twice(row.data.name);
    } else if (row.data.name !== "") read.rows.push(row.data);
    if (row.success) seen.add(row.data.name);
  }
  return read;
}
