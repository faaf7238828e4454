"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { type FormState, read, refuse, textOf } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { markBadges } from "#db/badge.ts";
import { database } from "#db/connection.ts";
import { MOST_BADGES } from "#domain/badge/choice.ts";
import { isId } from "#domain/id.ts";

const pair = z.tuple([z.string().refine(isId), z.string().regex(/^[0-9a-f]{32}$/u)]);
const sent = z.object({
  printed: z
    .string()
    .max(MOST_BADGES * 80)
    .transform((text) => text.split(" ").map((one) => one.split(":")))
    .pipe(z.array(pair).min(1).max(MOST_BADGES)),
});

/** Says that badges came out of the printer. @param query the choices of the page they were printed on */
export async function markPrinted(
  slug: string,
  query: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const asker = await actAt(slug, "checkIn");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(sent, form);
  if (!input.success) return refuse(form, "bad_input");
  const done = await markBadges(database(), asker.value.may, new Map(input.data.printed), new Date());
  if (!done.ok) return refuse(form, done.refusal);
  const back = new URLSearchParams(textOf(query));
  back.set("done", String(done.value));
  redirect(`/e/${slug}/desk/badges?${back}`);
}
