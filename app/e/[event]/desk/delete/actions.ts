"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { type FormState, read, refuse, typed } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { deleteCamp } from "#db/deletion.ts";
import { maybeText } from "#domain/fields.ts";
import { wordsOf } from "#messages/words.ts";

const refusals = wordsOf("refusal");

const said = z.object({ address: maybeText("slug", "").catch("") });

/** Deletes the camp with all there is of it. */
export async function deleteThis(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(said, form);
  if (!input.success) return refuse(form, "bad_input");
  const done = await deleteCamp(database(), asker.value.may, input.data.address.toLowerCase(), new Date());
  if (done.ok) redirect("/desk?deleted=yes");
  return done.refusal === "other_address"
    ? { values: typed(form), errors: { address: refusals.other_address.what }, refusal: null }
    : refuse(form, done.refusal);
}
