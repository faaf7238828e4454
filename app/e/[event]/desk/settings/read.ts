/** Reads the lists of the settings forms: rows of numbered fields become rows, and what is wrong is named by field. */
import { z } from "zod";
import type { RoomInput } from "#db/room.ts";
import type { SectorInput } from "#db/sector.ts";
import type { SlotInput } from "#db/slot.ts";
import { isId } from "#domain/id.ts";
import { FEATURES, roomLetter } from "#domain/room.ts";
import { SLOT_KINDS } from "#domain/slot.ts";
import { camp } from "#messages/en/camp.ts";

/** No camp has more rows than this; a form that says so was not ours. */
const MOST_ROWS = 200;

type Read<Row> = { rows: Row[]; errors: Record<string, string> };
type Names = (part: string) => string;

/** Rows as they were typed: those with a name of a thing that exists, or with anything typed into them. */
function numbered(form: FormData, noun: string, parts: readonly string[]): { index: number; names: Names }[] {
  const indices = [
    ...new Set(
      [...form.keys()].flatMap((key) => new RegExp(`^${noun}\\.(\\d{1,3})\\.`).exec(key)?.[1] ?? []),
    ),
  ];
  return indices
    .map(Number)
    .sort((a, b) => a - b)
    .slice(0, MOST_ROWS)
    .map((index) => ({ index, names: (part: string) => `${noun}.${index}.${part}` }))
    .filter(({ names }) => form.get(names("remove")) !== "yes")
    .filter(({ names }) =>
      ["id", ...parts].some((part) => String(form.get(names(part)) ?? "").trim() !== ""),
    );
}

const text = (most: number) => z.string().trim().min(1).max(most);
const idOrNew = z
  .string()
  .refine((id) => id === "" || isId(id))
  .transform((id) => id || null);

/** Puts each complaint about a row's part beside its field. */
function collect(
  error: z.ZodError,
  names: Names,
  errors: Record<string, string>,
  says: (part: string) => string,
) {
  for (const issue of error.issues) {
    const part = String(issue.path[0]);
    errors[names(part)] ??= says(part);
  }
}

const room = z.object({
  id: idOrNew,
  name: text(60),
  capacity: z.coerce.number().int().min(1).max(5_000),
  features: z.array(z.enum(FEATURES)),
});

export function readRooms(form: FormData): Read<RoomInput> {
  const read: Read<RoomInput> = { rows: [], errors: {} };
  for (const { index, names } of numbered(form, "room", ["name", "capacity"])) {
    const typed = {
      id: form.get(names("id")) ?? "",
      name: form.get(names("name")),
      capacity: form.get(names("capacity")),
      features: form.getAll(names("features")),
    };
    const row = room.safeParse(typed);
    const letter = roomLetter(index);
    const says = (part: string) =>
      part === "capacity" ? camp.rooms.seatsWrong(letter) : camp.rooms.nameWrong(letter);
    if (row.success) read.rows.push(row.data);
    else collect(row.error, names, read.errors, says);
  }
  return read;
}

const slot = z.object({
  id: idOrNew,
  kind: z.enum(SLOT_KINDS),
  title: z.string().trim().max(60),
  day: z.iso.date(),
  starts: z.iso.time({ precision: -1 }),
  ends: z.iso.time({ precision: -1 }),
});

/** @returns rows with the number each had in the form, for a complaint about their order */
export function readSlots(form: FormData): Read<SlotInput> & { numbers: number[] } {
  const read = { rows: [] as SlotInput[], errors: {} as Record<string, string>, numbers: [] as number[] };
  for (const { index, names } of numbered(form, "slot", ["title", "starts", "ends"])) {
    const parts = ["id", "kind", "title", "day", "starts", "ends"];
    const row = slot.safeParse(Object.fromEntries(parts.map((part) => [part, form.get(names(part)) ?? ""])));
    if (!row.success) collect(row.error, names, read.errors, () => camp.slots.timesWrong(index + 1));
    else if (row.data.kind === "break" && !row.data.title)
      read.errors[names("title")] = camp.slots.nameWrong(index + 1);
    else {
      read.rows.push(row.data);
      read.numbers.push(index);
    }
  }
  return read;
}

const sector = z.object({ id: idOrNew, name: text(60) });

/** A sector whose name was emptied is taken away, if nobody chose it. */
export function readSectors(form: FormData): Read<SectorInput> {
  const read: Read<SectorInput> = { rows: [], errors: {} };
  for (const { names } of numbered(form, "sector", ["name"])) {
    const row = sector.safeParse({ id: form.get(names("id")) ?? "", name: form.get(names("name")) });
    if (row.success) read.rows.push(row.data);
  }
  return read;
}
