"use server";

import { z } from "zod";
import { complain, type FormState, FRESH, read, refuse } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { settleRequest } from "#db/session-request/settling.ts";
import { maybeText } from "#domain/fields.ts";
import { isId } from "#domain/id.ts";
import { ANSWERS } from "#domain/session-request.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";

const words = wordsOf("requestsDesk");

const settled = perLanguage(() =>
  z
    .object({
      id: z.string().refine(isId),
      outcome: z.enum(ANSWERS),
      words: maybeText("reason", words.reasonLong),
    })
    .refine(({ outcome, words: said }) => outcome !== "no" || said !== "", {
      path: ["words"],
      error: () => words.reasonMissing,
    }),
);

/** Says yes to what campers ask, or why not; whoever asked is told. */
export async function settle(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "arrange");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(settled(), form);
  if (!input.success) return complain(form, input.error);
  const done = await settleRequest(database(), asker.value.may, input.data, new Date());
  return done.ok ? FRESH : refuse(form, done.refusal);
}
