"use server";
/** Calling a camp off, putting it off, and saying that it takes place. */
import { z } from "zod";
import { complain, type FormState, read, refuse, typed } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { type HaltWish, haltCamp } from "#db/halt.ts";
import { mailsTo } from "#domain/consequence.ts";
import { PHASES } from "#domain/event.ts";
import { clock, date, maybeLongText, maybeText, opensAt } from "#domain/fields.ts";
import type { HaltAct } from "#domain/halt.ts";
import { wordsOf } from "#messages/words.ts";
import { answerAt } from "../said.ts";

const words = wordsOf("haltDesk");
const refusals = wordsOf("refusal");
const skipped = wordsOf("camp").fields.doorsSkipped;

const from = z.enum(PHASES);
const note = maybeLongText("haltNote", words.noteLong);
const ask = z.enum(["keep", "ask"]).default("keep");
const dated = { day: date(words.wrongDay), doors: clock(words.wrongDoors) };

const off = z.object({ from, why: note, address: maybeText("slug", "").catch("") });
const put = z.discriminatedUnion("date", [
  z.object({ from, note, ask, date: z.literal("known"), ...dated }),
  z.object({ from, note, ask, date: z.literal("unknown") }),
]);
const on = z.object({ from, note, ask, ...dated });

export async function callOff(slug: string, _: FormState, form: FormData): Promise<FormState> {
  return act(slug, "call_off", form, off, ({ from, why, address }) => {
    return { from, note: why, address: address.toLowerCase(), date: null, ask: false };
  });
}

export async function putOff(slug: string, _: FormState, form: FormData): Promise<FormState> {
  return act(slug, "put_off", form, put, ({ from, note, ask, ...said }) => {
    const date = said.date === "known" ? { day: said.day, doors: said.doors } : null;
    return { from, note, date, ask: ask === "ask", address: "" };
  });
}

export async function takePlace(slug: string, _: FormState, form: FormData): Promise<FormState> {
  return act(slug, "take_place", form, on, ({ from, note, ask, ...date }) => {
    return { from, note, date, ask: ask === "ask", address: "" };
  });
}

async function act<Schema extends z.ZodType>(
  slug: string,
  act: HaltAct,
  form: FormData,
  schema: Schema,
  wishOf: (said: z.infer<Schema>) => Omit<HaltWish, "act">,
): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(schema, form);
  if (!input.success) return complain(form, input.error);
  const { event, may } = asker.value;
  const wish = wishOf(input.data);
  const wrong = (field: string, said: string) => {
    return { values: typed(form), errors: { [field]: said }, refusal: null };
  };
  if (wish.date && !opensAt({ ...wish.date, zone: event.zone })) return wrong("doors", skipped);
  const done = await haltCamp(database(), may, { act, ...wish }, new Date());
  if (done.ok) {
    const { told, crew, offered } = done.value;
    answerAt(`/e/${slug}/desk/called-off`, act, [mailsTo(told), crew, offered]);
  }
  if (done.refusal === "other_address") return wrong("address", refusals.other_address.what);
  if (done.refusal === "day_not_ahead") return wrong("day", words.wrongDay);
  return refuse(form, done.refusal);
}
