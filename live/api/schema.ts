/** What the API for reading answers, version 1: everything that it sends is of these, and so is its description. */
import { z } from "zod";
import { CHANGES_TOLD, VERSIONS_TOLD } from "#domain/changelog.ts";
import { DAY_PHASES, PHASES, phasesFor } from "#domain/event.ts";
import { MOST } from "#domain/limits.ts";
import { NEEDS, NOTE_LEVELS, PITCH_KINDS } from "#domain/pitch.ts";
import { FEATURES } from "#domain/room.ts";
import { SLOT_KINDS } from "#domain/slot.ts";
import type { WebhookKind } from "#domain/webhook.ts";

const instant = z.iso.datetime().describe("An instant in UTC");
const id = z.string().describe("The same for the same thing in every version");
const letter = z
  .string()
  .regex(/^[A-Z]{1,3}$/)
  .describe("Of the room, as on its door");

const published = {
  event: z.string().describe("The last part of the camp's address"),
  version: z.int().nullable().describe("The number of the published grid; null before the first"),
};

const camp = z.object({
  slug: z.string(),
  name: z.string(),
  strapline: z.string(),
  place: z.string(),
  zone: z.string().describe("An IANA name; all instants here are in UTC"),
  language: z.string().describe("A tag of BCP 47"),
  phase: z.enum(phasesFor("visit")),
  days: z
    .array(
      z.object({
        date: z.iso.date().describe("In the camp's zone"),
        startsAt: instant,
        phase: z.enum(DAY_PHASES),
      }),
    )
    .max(MOST.days),
  grid: z
    .object({ version: z.int(), publishedAt: instant, laterTakenBackAt: instant.nullable() })
    .nullable()
    .describe("The published grid; null before the first"),
  links: z.object({
    ...{ page: z.url(), sessions: z.url(), rooms: z.url(), slots: z.url(), changes: z.url() },
    ...{ calendar: z.url(), scheduleXml: z.url(), scheduleJson: z.url() },
  }),
});

const run = z.object({
  key: z.string().describe("Names it in every version, calendar and schedule"),
  slot: id.describe("Its first slot"),
  room: letter,
  startsAt: instant,
  endsAt: instant.describe("When its last slot ends"),
});

const part = z.object({ title: z.string(), line: z.string(), hosts: z.array(z.string()) });

const session = z.object({
  id,
  listed: z
    .boolean()
    .describe("False where only people at the camp may know what it is: then nothing of it is said"),
  ...part.shape,
  kind: z.enum(PITCH_KINDS).nullable(),
  noteLevel: z.enum(NOTE_LEVELS).describe("How far what is said in it may travel"),
  needs: z.array(z.enum(NEEDS)),
  merged: z.array(part).describe("What became one with it"),
  runs: z.array(run).min(1).describe("As often as it happens, in order of time"),
});

const room = z.object({
  id,
  letter,
  name: z.string(),
  capacity: z.int().nullable().describe("How many fit in; null for a place where nobody knows"),
  features: z.array(z.enum(FEATURES)),
});

const slot = z.object({
  id,
  kind: z.enum(SLOT_KINDS),
  title: z.string().describe("Of a break; empty for a slot of sessions"),
  number: z.int().describe("Of a slot of sessions within its day, from 1; 0 for a break"),
  startsAt: instant,
  endsAt: instant,
});

const cell = z.object({
  room: z.string().nullable().describe("As the room was called then"),
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
});

const change = z.object({
  kind: z.enum(["added", "moved", "room", "retimed", "lasts", "taken_off", "renamed", "room_renamed"]),
  id: id.describe("Of the session, or of the room that was renamed"),
  title: z.string(),
  from: cell.nullable(),
  to: cell.nullable(),
  was: z.string().nullable().describe("What it was called before"),
});

const changed = {
  takenBackAt: instant.nullable(),
  since: z.int().nullable().describe("The version it is compared with; null for the first"),
  changes: z.array(change).max(CHANGES_TOLD),
  more: z.int().describe("How many more changes there are"),
};

const entry = z.object({
  version: z.int(),
  publishedAt: instant,
  ...changed,
});

/** An answer that something is not to be had (RFC 9457). */
const problem = z.object({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string(),
});

export const API = {
  Event: camp,
  Sessions: z.object({ ...published, sessions: z.array(session) }),
  Rooms: z.object({ ...published, rooms: z.array(room).max(MOST.rooms) }),
  Slots: z.object({ ...published, slots: z.array(slot).max(MOST.slots) }),
  Changes: z.object({
    ...published,
    older: z.boolean().describe("Whether there are older versions than these"),
    versions: z.array(entry).max(VERSIONS_TOLD).describe("The newest first"),
  }),
  Problem: problem,
} as const;

const told = z.object({
  slug: z.string(),
  name: z.string(),
  page: z.url(),
});

const version = z.int().describe("The number of the published grid");
const sessions = z.url().describe("Where its sessions are read");

/** What a message to a program says, by its kind. */
const message = <Kind extends WebhookKind, Data extends z.ZodRawShape>(type: Kind, data: Data) =>
  z.object({ type: z.literal(type), timestamp: instant, data: z.object({ event: told, ...data }) });

export const MESSAGES = {
  "grid.published": message("grid.published", { version, sessions, ...changed }),
  "grid.taken_back": message("grid.taken_back", { version, sessions }),
  "session.moved": message("session.moved", { version, change }),
  "phase.moved": message("phase.moved", { from: z.enum(PHASES), to: z.enum(PHASES) }),
  test: message("test", {}),
} as const satisfies Record<WebhookKind, z.ZodType>;

export type Api = { [Name in keyof typeof API]: z.infer<(typeof API)[Name]> };
