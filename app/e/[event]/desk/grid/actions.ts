"use server";
/** The actions of the grid editor. Each answers with the draft as it is afterwards, whatever became of the act. */
import { z } from "zod";
import { crewOf, organiserAt } from "#app/viewer.ts";
import type { GridAnswer } from "#components/agenda/answer.ts";
import { pin, place, takeOff } from "#db/agenda.ts";
import { expectPeople } from "#db/card.ts";
import { database } from "#db/connection.ts";
import { askForPlan, dropPlan } from "#db/plan.ts";
import { publish } from "#db/publication.ts";
import { readWhole } from "#db/snapshot.ts";
import { takeSuggested } from "#db/suggestion.ts";
import { readUndo, undo } from "#db/undo.ts";
import type { Seen } from "#domain/draft.ts";
import { isId } from "#domain/id.ts";
import { RANGES } from "#domain/limits.ts";
import type { Refusal } from "#domain/refusal.ts";
import { type Result, refused } from "#domain/result.ts";
import type { Crew } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("refusal");

const id = z.string().refine(isId);
const cell = z.object({ slotId: id, roomId: id });
const placed = z.object({
  pitchId: id,
  cell,
  seen: z.object({ from: cell.nullable(), occupant: id.nullable() }),
});

export async function placeCard(
  slug: string,
  input: z.input<typeof placed> & { seen: Seen },
): Promise<GridAnswer> {
  const { crew } = await crewOf(slug);
  const asked = placed.safeParse(input);
  if (!asked.success) return answer(crew, refused("bad_input"));
  return answer(crew, await place(database(), crew, asked.data, new Date()));
}

const taken = z.object({ pitchId: id, from: cell });

export async function takeCardOff(slug: string, input: z.input<typeof taken>): Promise<GridAnswer> {
  const { crew } = await crewOf(slug);
  const asked = taken.safeParse(input);
  if (!asked.success) return answer(crew, refused("bad_input"));
  return answer(crew, await takeOff(database(), crew, asked.data, new Date()));
}

const pinned = z.object({ pitchId: id, pinned: z.boolean() });

export async function pinCard(slug: string, input: z.input<typeof pinned>): Promise<GridAnswer> {
  const { crew } = await crewOf(slug);
  const asked = pinned.safeParse(input);
  if (!asked.success) return answer(crew, refused("bad_input"));
  return answer(crew, await pin(database(), crew, asked.data, new Date()));
}

const guessed = z.object({
  pitchId: id,
  expected: z.number().int().min(RANGES.expected.min).max(RANGES.expected.max).nullable(),
});

export async function expectHeads(slug: string, input: z.input<typeof guessed>): Promise<GridAnswer> {
  const { crew } = await crewOf(slug);
  const asked = guessed.safeParse(input);
  if (!asked.success) return answer(crew, refused("bad_input"));
  return answer(crew, await expectPeople(database(), crew, asked.data, new Date()));
}

export async function undoLast(slug: string): Promise<GridAnswer> {
  const { crew } = await crewOf(slug);
  const result = await undo(database(), crew, new Date());
  return answer(crew, result, result.ok ? { undone: result.value ?? "nothing" } : {});
}

export async function askForGrid(slug: string): Promise<GridAnswer> {
  const { crew } = await crewOf(slug);
  return answer(crew, await askForPlan(database(), crew, new Date()));
}

export async function dropGrid(slug: string): Promise<GridAnswer> {
  const { crew } = await crewOf(slug);
  return answer(crew, await dropPlan(database(), crew, new Date()));
}

const line = z.object({ pitchId: id, to: cell.nullable() });
const taking = z.object({ plan: id, line: line.nullable() });

export async function takeGrid(slug: string, input: z.input<typeof taking>): Promise<GridAnswer> {
  const { crew } = await crewOf(slug);
  const asked = taking.safeParse(input);
  if (!asked.success) return answer(crew, refused("bad_input"));
  return answer(crew, await takeSuggested(database(), crew, asked.data, new Date()));
}

/** The longest mark of a draft: a line for each cell, slot and room. */
const agreed = z.string().max(500_000);

export async function publishGrid(slug: string, seen: string): Promise<GridAnswer> {
  const { organiser } = await organiserAt(slug);
  const asked = agreed.safeParse(seen);
  if (!asked.success) return answer(organiser, refused("bad_input"));
  const result = await publish(database(), organiser, asked.data, new Date());
  return answer(organiser, result, result.ok ? { published: result.value.number } : {});
}

type Extras = Pick<GridAnswer, "undone" | "published">;

async function answer(
  crew: Crew,
  result: Result<unknown, Refusal>,
  extras: Extras = {},
): Promise<GridAnswer> {
  const [{ v, draft }, next] = await Promise.all([
    readWhole(database(), crew.eventId),
    readUndo(database(), crew, new Date()),
  ]);
  if (!draft) throw new Error("a crew without a draft");
  return {
    desk: { v, draft, undo: next?.act ?? null },
    refusal: result.ok ? null : words[result.refusal],
    ...extras,
  };
}
