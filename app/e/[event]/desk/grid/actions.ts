"use server";
/**
 * The actions of the grid editor. An edit answers with what it changed, which the command knows; whatever else may have
 * changed the draft, and whatever is refused, with the draft as it is afterwards.
 */
import { z } from "zod";
import { actAt } from "#app/viewer.ts";
import type { GridAnswer } from "#components/editor/answer.ts";
import { expectPeople } from "#db/card.ts";
import { database } from "#db/connection.ts";
import { pin, place, reshape, takeOff } from "#db/edit.ts";
import { publish } from "#db/publication.ts";
import { readRedo, redo } from "#db/redo.ts";
import { readWhole } from "#db/snapshot.ts";
import { askForSuggestion, dropSuggestion } from "#db/suggestion.ts";
import { takeSuggestion } from "#db/suggestion-take.ts";
import { readUndo, undo } from "#db/undo.ts";
import { LENGTHS } from "#domain/cell.ts";
import type { Changed, EditAct, Seen } from "#domain/draft.ts";
import { withoutCounts } from "#domain/grid.ts";
import { isId } from "#domain/id.ts";
import { RANGES } from "#domain/limits.ts";
import type { Refusal } from "#domain/refusal.ts";
import { RESHAPINGS } from "#domain/reshaping.ts";
import { type Result, refused } from "#domain/result.ts";
import { REVIEWED } from "#domain/review.ts";
import type { May } from "#domain/viewer.ts";
import { countsKept } from "#domain/voting.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("refusal");

/** An id, and the number of a copy. */
const LONGEST_KEY = 40;

const id = z.string().refine(isId);
const cell = z.object({ slotId: id, roomId: id });
const run = z.object({ pitchId: id, copy: z.number().int().min(0).max(RANGES.runs.max) });
/** A run as `keyOf` names it. */
const key = z.string().max(LONGEST_KEY);
const placed = run.extend({
  cell,
  seen: z.object({ from: cell.nullable(), there: z.array(key).max(LENGTHS.length).readonly() }),
});

export async function placeCard(
  slug: string,
  input: z.input<typeof placed> & { seen: Seen },
): Promise<GridAnswer> {
  const asker = await actAt(slug, "arrange");
  if (!asker.ok) return denied(asker.refusal);
  const { may } = asker.value;
  const asked = placed.safeParse(input);
  if (!asked.success) return answer(may, refused("bad_input"));
  return edited(may, "place", await place(database(), may, asked.data, new Date()));
}

const taken = run.extend({ from: cell });

export async function takeCardOff(slug: string, input: z.input<typeof taken>): Promise<GridAnswer> {
  const asker = await actAt(slug, "arrange");
  if (!asker.ok) return denied(asker.refusal);
  const { may } = asker.value;
  const asked = taken.safeParse(input);
  if (!asked.success) return answer(may, refused("bad_input"));
  return edited(may, "take_off", await takeOff(database(), may, asked.data, new Date()));
}

const pinned = run.extend({ pinned: z.boolean() });

export async function pinCard(slug: string, input: z.input<typeof pinned>): Promise<GridAnswer> {
  const asker = await actAt(slug, "arrange");
  if (!asker.ok) return denied(asker.refusal);
  const { may } = asker.value;
  const asked = pinned.safeParse(input);
  if (!asked.success) return answer(may, refused("bad_input"));
  return edited(may, "pin", await pin(database(), may, asked.data, new Date()));
}

const reshaped = run.extend({ act: z.enum(RESHAPINGS) });

export async function reshapeSession(slug: string, input: z.input<typeof reshaped>): Promise<GridAnswer> {
  const asker = await actAt(slug, "arrange");
  if (!asker.ok) return denied(asker.refusal);
  const { may } = asker.value;
  const asked = reshaped.safeParse(input);
  if (!asked.success) return answer(may, refused("bad_input"));
  return edited(may, asked.data.act, await reshape(database(), may, asked.data, new Date()));
}

const guessed = z.object({
  pitchId: id,
  expected: z.number().int().min(RANGES.expected.min).max(RANGES.expected.max).nullable(),
});

export async function expectHeads(slug: string, input: z.input<typeof guessed>): Promise<GridAnswer> {
  const asker = await actAt(slug, "arrange");
  if (!asker.ok) return denied(asker.refusal);
  const { may } = asker.value;
  const asked = guessed.safeParse(input);
  if (!asked.success) return answer(may, refused("bad_input"));
  return answer(may, await expectPeople(database(), may, asked.data, new Date()));
}

export async function undoLast(slug: string): Promise<GridAnswer> {
  const asker = await actAt(slug, "arrange");
  if (!asker.ok) return denied(asker.refusal);
  const { may } = asker.value;
  const result = await undo(database(), may, new Date());
  if (!result.ok) return answer(may, result);
  const { undone, changed, next } = result.value;
  const said = { undone: undone ?? ("nothing" as const) };
  if (!changed || undone === "overtaken") return answer(may, result, said);
  return { ...NO_NEWS, changed, undo: next, redo: undone, ...said };
}

export async function redoLast(slug: string): Promise<GridAnswer> {
  const asker = await actAt(slug, "arrange");
  if (!asker.ok) return denied(asker.refusal);
  const { may } = asker.value;
  const result = await redo(database(), may, new Date());
  if (!result.ok) return answer(may, result);
  const { redone, changed, next } = result.value;
  const said = { redone: redone ?? ("nothing" as const) };
  if (!changed || redone === "overtaken") return answer(may, result, said);
  return { ...NO_NEWS, changed, undo: redone, redo: next, ...said };
}

export async function askForGrid(slug: string): Promise<GridAnswer> {
  const asker = await actAt(slug, "arrange");
  if (!asker.ok) return denied(asker.refusal);
  const { may } = asker.value;
  return answer(may, await askForSuggestion(database(), may, new Date()));
}

export async function dropGrid(slug: string): Promise<GridAnswer> {
  const asker = await actAt(slug, "arrange");
  if (!asker.ok) return denied(asker.refusal);
  const { may } = asker.value;
  return answer(may, await dropSuggestion(database(), may, new Date()));
}

const change = run.extend({ to: cell.nullable() });
const repeat = z.union([z.literal("all"), cell.extend({ pitchId: id })]);
const taking = z.object({
  suggestion: id,
  change: change.nullable(),
  second: z.boolean().default(false),
  repeat: repeat.nullable().default(null),
});

export async function takeGrid(slug: string, input: z.input<typeof taking>): Promise<GridAnswer> {
  const asker = await actAt(slug, "arrange");
  if (!asker.ok) return denied(asker.refusal);
  const { may } = asker.value;
  const asked = taking.safeParse(input);
  if (!asked.success) return answer(may, refused("bad_input"));
  return answer(may, await takeSuggestion(database(), may, asked.data, new Date()));
}

const concern = z.object({ hosts: z.boolean(), hands: z.boolean() });
const agreed = z.object({
  /** It holds a line for each cell, slot and room. */
  mark: z.string().max(500_000),
  base: z.number().int().min(0).max(2_147_483_647),
  tells: z.record(z.enum(REVIEWED), concern),
});

export async function publishGrid(slug: string, input: z.input<typeof agreed>): Promise<GridAnswer> {
  const asker = await actAt(slug, "arrange", "publish");
  if (!asker.ok) return denied(asker.refusal);
  const { may } = asker.value;
  const asked = agreed.safeParse(input);
  if (!asked.success) return answer(may, refused("bad_input"));
  const result = await publish(database(), may, asked.data, new Date());
  return answer(may, result, result.ok ? { published: result.value } : {});
}

const NO_NEWS = { desk: null, changed: null, undo: null, redo: null, refusal: null } satisfies GridAnswer;

/** Whoever may not arrange this grid is sent nothing of it. */
const denied = (refusal: Refusal): GridAnswer => ({ ...NO_NEWS, refusal: words[refusal] });

/** What an edit changed is what the next undo takes back. */
async function edited(
  may: May<"arrange">,
  act: EditAct,
  result: Result<Changed | null, Refusal>,
): Promise<GridAnswer> {
  return result.ok && result.value ? { ...NO_NEWS, changed: result.value, undo: act } : answer(may, result);
}

type Extras = Pick<GridAnswer, "undone" | "redone" | "published">;

async function answer(
  may: May<"arrange">,
  result: Result<unknown, Refusal>,
  extras: Extras = {},
): Promise<GridAnswer> {
  const [{ v, event, draft: whole, placements }, next, again] = await Promise.all([
    readWhole(database(), may.eventId),
    readUndo(database(), may, new Date()),
    readRedo(database(), may, new Date()),
  ]);
  if (!whole || !placements) throw new Error("a crew without a draft");
  const draft = countsKept(event) ? withoutCounts(whole) : whole;
  return {
    desk: { v, draft: { ...draft, placements } },
    changed: null,
    undo: next?.act ?? null,
    redo: again,
    refusal: result.ok ? null : words[result.refusal],
    ...extras,
  };
}
