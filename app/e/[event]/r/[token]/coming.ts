"use server";

/** What whoever has a place says to whether they still come. No is giving it back (actions.ts). */
import type { FormState } from "#app/respond.ts";
import { sayComing } from "#db/reconfirmation/answer.ts";
import type { Coming } from "#domain/registration/reconfirmation.ts";
import { refused } from "#domain/result.ts";
import { act } from "./act.ts";

export async function sayYes(_state: FormState, form: FormData): Promise<FormState> {
  return say("yes", form);
}

export async function sayUnsure(_state: FormState, form: FormData): Promise<FormState> {
  return say("unsure", form);
}

function say(answer: Coming, form: FormData): Promise<FormState> {
  return act(form, async (db, { page, token, now }) => {
    if (page.link.claim) return refused("not_possible_now");
    return sayComing(db, page.registration.id, answer, now, token);
  });
}
