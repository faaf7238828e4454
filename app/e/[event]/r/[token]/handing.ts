"use server";

/** Handing a place on, from the private page of whoever has it. */
import { z } from "zod";
import { complain, type FormState, read } from "#app/respond.ts";
import { beginTransfer, callBack as callPlaceBack } from "#db/transfer/giving.ts";
import { address, text } from "#domain/fields.ts";
import { refused } from "#domain/result.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { act } from "./act.ts";

const { give } = wordsOf("transfer");

const named = perLanguage(() =>
  // Not the names of one's own details, which are on the same page.
  z.object({ toName: text("personName", give.errors.name), toEmail: address(give.errors.email) }),
);

export async function handOn(_state: FormState, form: FormData): Promise<FormState> {
  const typed = read(named(), form);
  if (!typed.success) return complain(form, typed.error);
  return act(form, async (db, { page, token, now }) => {
    if (page.link.claim) return refused("not_possible_now");
    const to = { name: typed.data.toName, email: typed.data.toEmail };
    return beginTransfer(db, page.registration.id, to, now, token);
  });
}

export async function callBack(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, async (db, { page, token, now }) => {
    if (page.link.claim) return refused("not_possible_now");
    return callPlaceBack(db, page.registration.id, now, token);
  });
}
