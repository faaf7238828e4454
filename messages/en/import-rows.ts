/** What is wrong with a row of a spreadsheet and how to mend it, and what happens to a row that is taken. */

import type { Note, NoteCode, Problem, ProblemCode } from "#domain/import/problem.ts";
import { type Column, ROWS_MAX, type SheetKind } from "#domain/import/sheets.ts";
import { LONGEST } from "#domain/limits.ts";
import { number } from "#messages/counts.ts";
import { fullDay } from "#messages/format.ts";

const LOCALE = "en-GB";

export const columns: Record<Column, string> = {
  date: "date",
  when: "start and end in one",
  start: "start",
  end: "end",
  room: "room",
  seats: "seats",
  kind: "kind",
  title: "title",
  line: "line",
  host: "host",
  id: "id",
  person: "person",
  pitch: "pitch",
  rating: "rating",
  tick: "tick",
};

const sheets: Record<SheetKind, string> = {
  grid: "a grid",
  pitches: "a list of pitches",
  ballots: "ballots",
};

const quoted = (value: string) => `“${value}”`;
const figure = (value: string) => number(Number(value), LOCALE);

/** What is wrong, and how to mend it. */
export const problems: Record<ProblemCode, (problem: Problem) => [what: string, mend: string]> = {
  missing: ({ column }) => [`The ${columns[column!]} is missing.`, "Fill it in, or leave the row out."],
  no_time: ({ value }) => [
    `${quoted(value)} is no time we can read.`,
    "Write it like 2026-07-14T13:30, or 13:30.",
  ],
  no_day: ({ value }) => [
    `${quoted(value)} is no day a camp can have.`,
    "Write it like 2026-07-14: then nobody has to guess which comes first, the day or the month.",
  ],
  clocks_skip: ({ value }) => [
    `${quoted(value)} does not exist: the clocks go forward over it that night.`,
    "Write the time that the clocks will show.",
  ],
  ends_first: ({ value }) => [
    `It ends at ${quoted(value)}, which is not after it starts.`,
    "Look at both times, and at the day.",
  ],
  too_long: ({ value, other }) => [
    `It ends at ${quoted(value)}, on another day and more than ${other} hours after it starts.`,
    "Look at both days, or give each day a row of its own.",
  ],
  overlaps: ({ value, other }) => [
    `${value} does not start with a slot: it cuts into ${other}.`,
    "Give it that slot’s times, or times that touch no other. A camp’s slots are changed in its settings.",
  ],
  cell_twice: ({ value, other }) => [
    `${quoted(value)} has another session at that time, on line ${other}.`,
    "Change the room or the time of one of them.",
  ],
  cell_taken: ({ value, other }) => [
    `${quoted(value)} has ${quoted(other)} at that time already.`,
    "Move that session on the grid first, or change the room here.",
  ],
  room_long: ({ value, other }) => [
    `${quoted(value)} is longer than a room’s name can be, which is ${other} letters.`,
    "Shorten it: it has to fit on the door and on a phone.",
  ],
  rooms_many: ({ value, other }) => [
    `${quoted(value)} would be one room more than the ${figure(other)} a camp can have.`,
    "Use fewer rooms.",
  ],
  days_many: ({ value, other }) => [
    `${fullDay(`${value}T12:00:00Z`, { locale: LOCALE, zone: "UTC" })} would be one day more than the ${figure(other)} a camp can have.`,
    "Import only the rows of this camp’s own days.",
  ],
  day_beyond: ({ value, other }) => [
    `${fullDay(`${value}T12:00:00Z`, { locale: LOCALE, zone: "UTC" })} is one day more than the camp has: the file’s days are moved onto ${Number(other) === 1 ? "its one day" : `its ${figure(other)} days`}.`,
    "Give the camp another day in its settings first, or leave the days as they are in the file.",
  ],
  slots_many: ({ value }) => [
    `${value} would be one slot more than a camp can have.`,
    "Give sessions of one hour the same times.",
  ],
  pitches_many: ({ value, other }) => [
    `${quoted(value)} would be one pitch more than the ${figure(other)} a camp can have.`,
    "Import only those that belong to this camp.",
  ],
  kind_unknown: ({ value }) => [
    `${quoted(value)} is not a kind we know.`,
    "Use discuss, share, help or went wrong, or leave it empty.",
  ],
  seats_unknown: ({ value }) => [
    `${quoted(value)} is not a number of seats.`,
    "Write a whole number, or leave it empty.",
  ],
  seats_range: ({ value, other }) => [
    `A room can have 1 to ${figure(other)} seats, and not ${value}.`,
    "Mend the number, or leave it empty.",
  ],
  person_long: ({ value, other }) => [
    `${quoted(value)} is longer than a name can be, which is ${other} letters.`,
    "Shorten it.",
  ],
  places_many: ({ value, other }) => [
    `There is no place for ${quoted(value)}: a camp has at most ${figure(other)}.`,
    "Import the ballots of people who belong to this camp.",
  ],
  rating_unknown: ({ value }) => [`${quoted(value)} is not a rating.`, "Write a number from 0 to 5."],
  tick_unknown: ({ value }) => [
    `${quoted(value)} is neither yes nor no.`,
    "Write x for a raised hand, or leave it empty.",
  ],
  pitch_unknown: ({ value }) => [
    `There is no pitch called ${quoted(value)}.`,
    "Check its spelling, or import the pitches first.",
  ],
  quote_open: ({ row }) => [
    `A quotation mark opens in the row on line ${figure(String(row))} and never closes, so the rest cannot be read.`,
    "Close it, or save the sheet as CSV once more.",
  ],
  header_unknown: ({ value }) => [
    value === ""
      ? "The file is empty."
      : `The first line, ${quoted(value)}, does not say which sheet this is.`,
    "Name the columns in the first line: a grid has start, end, room, kind and title; a list of pitches has title, line and host; ballots have person, pitch and rating or tick.",
  ],
  column_missing: ({ column, other }) => [
    `No column is the ${columns[column!]}, and ${sheets[other as SheetKind]} must have one.`,
    "Choose the column that is, or say that the file is something else.",
  ],
  people_list: () => [
    "This is a list of people, and people are not imported.",
    "Nobody gets a place, a hand or a mail from it. Everybody registers for themselves on the camp’s own page, with an address they have proven; who is there already, you find on the People page.",
  ],
  too_many_rows: () => [
    `There are more than ${number(ROWS_MAX, LOCALE)} rows.`,
    "Split the file, and import one part after the other.",
  ],
  text_big: () => [
    "Unpacked, this workbook is bigger than a list needs to be.",
    "Delete the empty rows and columns around the list, or save the page you mean as CSV.",
  ],
  unreadable: () => [
    "This file cannot be read as a spreadsheet.",
    "Save it as an Excel workbook (.xlsx) or as CSV, and choose that.",
  ],
};

export const notes: Record<NoteCode, (note: Note) => string> = {
  title_long: ({ value }) =>
    `${quoted(value)} is longer than ${LONGEST.pitchTitle} characters: it is shortened, and stands whole underneath.`,
  title_twice: ({ value, other }) => `${quoted(value)} stands on line ${other} too. Both are brought.`,
  line_long: ({ value }) =>
    `What is said about ${quoted(value)} is longer than ${LONGEST.pitchLine} characters: it is shortened.`,
  host_long: ({ value, other }) => `The name ${quoted(value)} is shortened to ${quoted(other)}.`,
  hosts_many: ({ value, other }) => `A session has at most ${other} hosts. Left off: ${value}.`,
  hosts_apart: ({ value, other }) =>
    `${quoted(value)} is read as more than one host: ${other}. If it is one, write the name without a comma, “&”, “/” or “and”.`,
  break_long: ({ value, other }) =>
    `${quoted(value)} is part of the break ${quoted(other)}, whose name is full.`,
  already_there: ({ value }) => `${quoted(value)} is here already. Nothing is doubled.`,
  goes_on: ({ value, other }) =>
    `${quoted(value)} goes on from line ${other}: it is one session of two slots.`,
  runs_on: ({ value, other }) =>
    `It is placed at ${other} and runs on: a session has two slots at most, one after the other. Its card says ${value}, and its room is free of other sessions of this file until then.`,
  within_slot: ({ value, other }) =>
    `It is placed at ${other}, a slot that is longer. Its card says ${value}.`,
  moved_slot: ({ value, other }) =>
    `It is placed at ${other}, where most of ${value} is: no slot begins when it does.`,
  time_guessed: ({ value, other }) =>
    `${quoted(value)} is read as ${other}. If that is not meant, write the time with a colon, like 13:30.`,
  past_midnight: ({ value }) =>
    `It ends at ${value} the day after. It belongs to the day on which it starts.`,
  clocks_repeat: ({ value }) => `The clocks show ${value} twice that night. The first time is taken.`,
};
