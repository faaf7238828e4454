"use server";

/** A second address, given and taken away on the private page. */
import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, read, refuse } from "#app/respond.ts";
import { database } from "#db/connection.ts";
import { readStatus } from "#db/registration/status.ts";
import { addSecond, removeSecond } from "#db/second-address/adding.ts";
import { address } from "#domain/fields.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { act, pageSaying, tokenOf } from "./act.ts";

const words = wordsOf("secondAddress");

// Not the name of the first one, which may be mended on the same page.
const named = perLanguage(() => z.object({ secondEmail: address(words.noEmail) }));

export async function addAddress(_state: FormState, form: FormData): Promise<FormState> {
  const typed = read(named(), form);
  if (!typed.success) return complain(form, typed.error);
  return act(form, (db, { token, now }) => addSecond(db, token, typed.data.secondEmail, now), "second_asked");
}

/** Ends somewhere else where the page was opened by a link that ends with the address. */
export async function removeAddress(_state: FormState, form: FormData): Promise<FormState> {
  const token = tokenOf(form);
  const now = new Date();
  const page = await readStatus(database(), token, now);
  if (!page) return refuse(form, "not_found");
  const removed = await removeSecond(database(), token, now);
  if (!removed.ok) return refuse(form, removed.refusal);
  const { slug } = page.event;
  const own = removed.value.token;
  if (own === null) redirect(`/e/${slug}/r/second-removed`);
  redirect(pageSaying("second_removed", { slug, token: own }, now));
}
