"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, read, refuse, textOf } from "#app/respond.ts";
import { askerAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { type Keeper, keeperOf } from "#db/note/keeper.ts";
import { decideLine } from "#db/note/line.ts";
import { restoreNote } from "#db/note/version.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { RunId } from "#domain/run.ts";
import { notesPage } from "#domain/run-view.ts";
import { readRunKey } from "#domain/star.ts";

const decided = z.object({ id: z.uuid(), out: z.enum(["yes", "no"]) });
const wanted = z.object({ number: z.coerce.number().int().positive() });

/** @returns refused `no_ticket` for whoever is neither at the camp nor of its crew, `not_found` for whoever hosts another */
async function keeping(
  slug: string,
  session: string,
): Promise<Result<{ who: Keeper; run: RunId }, "not_found" | "no_ticket">> {
  const found = await askerAt(slug);
  if (!found.ok) return found;
  const { asker } = found.value;
  if (!asker.attendee && !asker.crew) return refused("no_ticket");
  const run = readRunKey(textOf(session));
  const who = run && (await keeperOf(database(), asker, run));
  return run && who ? granted({ who, run }) : refused("not_found");
}

/** Takes a line out for good, or leaves it. */
export async function decide(
  slug: string,
  session: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const keeper = await keeping(slug, session);
  if (!keeper.ok) return refuse(form, keeper.refusal);
  const input = read(decided, form);
  if (!input.success) return complain(form, input.error);
  const { who, run } = keeper.value;
  const out = input.data.out === "yes";
  const done = await decideLine(database(), who, run, { id: input.data.id, out }, new Date());
  if (!done.ok) return refuse(form, done.refusal);
  redirect(`${notesPage(slug, session)}/keep?done=${out ? "out" : "left"}`);
}

/** Has the notes say again what they said in a version. */
export async function restore(
  slug: string,
  session: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const keeper = await keeping(slug, session);
  if (!keeper.ok) return refuse(form, keeper.refusal);
  const input = read(wanted, form);
  if (!input.success) return complain(form, input.error);
  const { who, run } = keeper.value;
  const done = await restoreNote(database(), who, run, input.data.number, new Date());
  if (!done.ok) return refuse(form, done.refusal);
  redirect(`${notesPage(slug, session)}/keep?done=restored`);
}
