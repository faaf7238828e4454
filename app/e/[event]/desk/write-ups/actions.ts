"use server";

import { z } from "zod";
import { complain, type FormState, read, refuse } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { changeLine, chooseLine } from "#db/write-up/best-lines.ts";
import { hideWriteUp, showWriteUp } from "#db/write-up/hiding.ts";
import { text } from "#domain/fields.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { answerAt } from "../said.ts";

const { desk: words } = wordsOf("writeUp");

const hiding = perLanguage(() => z.object({ id: z.uuid(), reason: text("reason", words.reasonMissing) }));
const showing = z.object({ id: z.uuid() });
const aLine = z.object({
  id: z.uuid(),
  line: text("writeUpLine", ""),
  to: z.enum(["choose", "up", "out"]),
});

const pageOf = (slug: string) => `/e/${slug}/desk/write-ups`;

/** Takes a write-up out of everybody's sight but its writer's. */
export async function hide(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "runPitches");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(hiding(), form);
  if (!input.success) return complain(form, input.error);
  const done = await hideWriteUp(database(), asker.value.may, input.data, new Date());
  if (!done.ok) return refuse(form, done.refusal);
  answerAt(pageOf(slug), "hidden");
}

/** Shows it again. */
export async function show(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "runPitches");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(showing, form);
  if (!input.success) return refuse(form, "bad_input");
  const done = await showWriteUp(database(), asker.value.may, input.data.id, new Date());
  if (!done.ok) return refuse(form, done.refusal);
  answerAt(pageOf(slug), "shown");
}

const SAID = { choose: "chosen", up: "moved", out: "dropped" } as const;

/** Puts a line among the best ones, moves it up, or takes it out. */
export async function changeLines(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "runPitches");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(aLine, form);
  if (!input.success) return refuse(form, "bad_input");
  const { id: writeUpId, line, to } = input.data;
  const { may } = asker.value;
  const done =
    to === "choose"
      ? await chooseLine(database(), may, { writeUpId, line }, new Date())
      : await changeLine(database(), may, { writeUpId, line }, to, new Date());
  if (!done.ok) return refuse(form, done.refusal);
  answerAt(pageOf(slug), SAID[to]);
}
