"use server";
/** What becomes of places between getting one and the day. */
import { z } from "zod";
import { complain, type FormState, formOf, read, refuse } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { changeInside } from "#db/inside.ts";
import { changeTerms } from "#db/terms.ts";
import { text, whole } from "#domain/fields.ts";
import { ROUNDS } from "#domain/registration/reconfirmation.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { agreedIn, answer, mark } from "./saved.ts";

const words = wordsOf("terms");

const maybe = (what: "transferHours" | "backDays" | "passOnMinutes", wrong: string) =>
  z.union([z.literal("").transform(() => null), whole(what, wrong)], wrong);

const places = (wrong: string) =>
  z.union([z.literal("").transform(() => null), whole("places", wrong)], wrong);

const inside = perLanguage(() =>
  z.object({
    mark,
    insideLimit: places(words.inside.wrong),
    overbookTo: places(words.inside.wrong),
    reason: text("reason", words.inside.reasonWrong),
  }),
);

export async function saveInside(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { may } = asker.value;
  const input = read(inside(), form);
  if (!input.success) return complain(form, input.error);
  const { mark: seen, ...asked } = input.data;
  const result = await changeInside(database(), may, seen, asked, new Date(), agreedIn(form));
  return answer(slug, form, "inside", result);
}

const terms = perLanguage(() =>
  z.object({
    mark,
    passOnMinutes: maybe("passOnMinutes", words.passOnWrong),
    transferHours: maybe("transferHours", words.transferHoursWrong),
    backDays: maybe("backDays", words.backDaysWrong),
  }),
);

export async function saveTerms(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { may } = asker.value;
  const input = read(terms(), form);
  if (!input.success) return complain(form, input.error);
  const { mark: seen, ...asked } = input.data;
  const ticked = formOf(form).getAll("rounds");
  const rounds = ROUNDS.filter((round) => ticked.includes(String(round)));
  return answer(
    slug,
    form,
    "terms",
    await changeTerms(database(), may, seen, { ...asked, rounds }, new Date()),
  );
}
