/** The file of a kept camp, read as what a stranger sent: whatever is not as an export writes it is refused whole. */
import { z } from "zod";
import { ARCHIVE_FORMAT, type Archive } from "#domain/archive.ts";
import { CAMP_PAGES } from "#domain/camp-page.ts";
import { cellsOf, LENGTHS } from "#domain/cell.ts";
import { ENOUGH } from "#domain/equality/disclosure.ts";
import { HALTED } from "#domain/event.ts";
import { ROWS } from "#domain/fairness.ts";
import { FEEDBACK_ANSWERS, FEEDBACK_QUESTIONS } from "#domain/feedback.ts";
import { isId } from "#domain/id.ts";
import { PITCHES_MAX } from "#domain/import/additions.ts";
import { LONGEST, MOST, type Numbers, RANGES, type Text } from "#domain/limits.ts";
import { NEEDS, NOTE_LEVELS, PITCH_KINDS } from "#domain/pitch.ts";
import { FEATURES } from "#domain/room.ts";
import { keyOf } from "#domain/run.ts";
import { HOURS, SLOT_KINDS } from "#domain/slot.ts";
import { isSlug } from "#domain/slug.ts";
import { manyLines, oneLine } from "#domain/text.ts";
import { isDay } from "#domain/time/local.ts";
import { isZone } from "#domain/time/zone.ts";

/** Names of one session, with those of all that became one with it; and of those parts. */
const HOSTS_MAX = 100;
const PARTS_MAX = 50;
const WORDS_MAX = 5_000;

const id = z.string().refine(isId);
const line = (what: Text) => z.string().max(LONGEST[what]).transform(oneLine);
const name = (what: Text) => line(what).refine((text) => text !== "");
const lines = (what: Text) => z.string().max(LONGEST[what]).transform(manyLines);
const within = (what: Numbers) => z.int().min(RANGES[what].min).max(RANGES[what].max);
const instant = z.iso.datetime().refine((at) => inYears(Number(at.slice(0, 4))));
const hosts = z.array(name("personName")).max(HOSTS_MAX);

function inYears(year: number): boolean {
  return year >= RANGES.years.min && year <= RANGES.years.max;
}

const differ = (keys: readonly unknown[]) => new Set(keys).size === keys.length;

const camp = z.strictObject({
  slug: z.string().refine(isSlug),
  ...{ name: name("campName"), strapline: line("strapline"), place: name("place") },
  zone: z.string().max(60).refine(isZone),
  language: z
    .string()
    .max(35)
    .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/),
  capacity: within("places"),
  sectors: z.array(name("sectorName")).max(MOST.sectors).refine(differ),
  days: z
    .array(
      z.strictObject({
        date: z.string().refine((date) => isDay(date) && inYears(Number(date.slice(0, 4)))),
        startsAt: instant,
      }),
    )
    .min(1)
    .max(MOST.days)
    .refine((days) => days.every(({ date }, n) => n === 0 || days[n - 1]!.date < date)),
  halted: z.strictObject({ as: z.enum(HALTED), note: lines("haltNote") }).nullable(),
});

const part = z.strictObject({ id, title: name("pitchTitle"), line: lines("pitchLine"), hosts });

const pitch = z
  .strictObject({
    id,
    ...{ title: line("pitchTitle"), line: lines("pitchLine"), kind: z.enum(PITCH_KINDS) },
    ...{ noteLevel: z.enum(NOTE_LEVELS), needs: z.array(z.enum(NEEDS)).max(NEEDS.length), wish: z.boolean() },
    ...{ hosts, merged: z.array(part).max(PARTS_MAX) },
  })
  .refine(({ title, noteLevel }) => (title === "") === (noteLevel === "unlisted"));

const room = z.strictObject({
  id,
  letter: z.string().regex(/^[A-Z]{1,3}$/),
  ...{ name: name("roomName"), capacity: within("seats") },
  features: z.array(z.enum(FEATURES)).max(FEATURES.length),
  directions: name("directions").exactOptional(),
  unofficial: z.literal(true).exactOptional(),
});

const slot = z
  .strictObject({
    ...{ id, kind: z.enum(SLOT_KINDS), title: line("slotTitle"), startsAt: instant, endsAt: instant },
    ...{ hour: z.int().min(0).max(HOURS), number: z.int().min(0).max(MOST.slots) },
  })
  .refine(({ startsAt, endsAt }) => Date.parse(startsAt) < Date.parse(endsAt));

const grid = z
  .strictObject({
    ...{ number: z.int().min(1).max(1_000_000), publishedAt: instant },
    rooms: z
      .array(room)
      .max(MOST.rooms)
      .refine((rooms) =>
        [rooms.map((it) => it.id), rooms.map((it) => it.letter), rooms.map((it) => it.name)].every(differ),
      ),
    slots: z
      .array(slot)
      .max(MOST.slots)
      .refine((slots) => differ(slots.map((it) => it.id))),
    sessions: z.array(pitch).max(PITCHES_MAX),
    placements: z
      .array(
        z.strictObject({
          ...{ pitchId: id, copy: within("copy"), slotId: id, roomId: id },
          length: z.literal(LENGTHS),
        }),
      )
      .max(MOST.rooms * MOST.slots),
  })
  .refine(({ rooms, slots, sessions, placements }) => {
    const [inRooms, inSlots] = [new Set(rooms.map((it) => it.id)), new Set(slots.map((it) => it.id))];
    const placed = new Set(placements.map((it) => it.pitchId));
    const cells = placements.flatMap((it) => cellsOf(it, slots).map((at) => `${at.slotId} ${at.roomId}`));
    return (
      placements.every(({ slotId, roomId }) => inSlots.has(slotId) && inRooms.has(roomId)) &&
      placed.size === sessions.length &&
      sessions.every((session) => placed.has(session.id)) &&
      differ(placements.map(keyOf)) &&
      differ(cells)
    );
  });

/** As many as may be said: nothing under five, and nothing between its multiples. */
const people = z.int().min(0).max(1_000_000).multipleOf(ENOUGH);

const feedback = z.strictObject({
  people: people.min(ENOUGH),
  questions: z
    .array(
      z.strictObject({
        question: z.enum(FEEDBACK_QUESTIONS),
        answers: z.array(z.strictObject({ answer: z.enum(FEEDBACK_ANSWERS), people })),
      }),
    )
    .refine((questions) =>
      inOrder(
        questions.map((it) => it.question),
        FEEDBACK_QUESTIONS,
      ),
    )
    .refine((questions) =>
      questions.every(({ answers }) =>
        inOrder(
          answers.map((it) => it.answer),
          FEEDBACK_ANSWERS,
        ),
      ),
    ),
  words: z.array(lines("feedback").refine((text) => text !== "")).max(WORDS_MAX),
});

const inOrder = (given: readonly string[], all: readonly string[]) =>
  given.length === all.length && given.every((it, n) => it === all[n]);

const share = { asked: people, got: people };

const fairness = z.strictObject({
  rows: z
    .array(z.strictObject({ of: z.enum(ROWS), name: line("sectorName"), ...share }))
    .max(MOST.sectors + 2)
    .refine((rows) => rows.every(({ of, name }) => (of === "sector") === (name !== "")))
    .refine((rows) =>
      inOrder(
        rows.slice(-2).map(({ of }) => of),
        ["firstTime", "others"],
      ),
    )
    .refine((rows) => rows.slice(0, -2).every(({ of }) => of === "sector"))
    .refine((rows) => differ(rows.map(({ of, name }) => `${of} ${name}`))),
  hosts: z.strictObject(share).nullable(),
  worst: z.int().min(0).max(100).nullable(),
  turnout: z.strictObject(share).nullable(),
});

const archive = z
  .strictObject({
    format: z.literal(ARCHIVE_FORMAT),
    camp,
    pages: z
      .array(z.strictObject({ page: z.enum(CAMP_PAGES), text: lines("pageBody") }))
      .refine((pages) => differ(pages.map((it) => it.page))),
    grid: grid.nullable(),
    pitches: z.array(pitch.refine(({ noteLevel }) => noteLevel !== "unlisted")).max(PITCHES_MAX),
    feedback: feedback.nullable(),
    fairness: fairness.nullable(),
  })
  .refine(({ grid, pitches }) =>
    differ(
      [...(grid?.sessions ?? []), ...pitches].flatMap((it) => [it.id, ...it.merged.map((one) => one.id)]),
    ),
  );

/** @param text of the file @returns null for anything that no export of this format writes */
export function readArchive(text: string): Archive | null {
  try {
    return archive.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
