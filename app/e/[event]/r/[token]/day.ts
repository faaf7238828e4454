"use server";

/** What somebody says of the day itself: that they are late, stand by, leave or are back. */
import { z } from "zod";
import { type FormState, formOf } from "#app/respond.ts";
import type { Database } from "#db/connection.ts";
import { sayLeaving } from "#db/door/leaving.ts";
import { sayLate } from "#db/registration/late.ts";
import { standBy } from "#db/registration/standby.ts";
import type { Refusal } from "#domain/refusal.ts";
import { type Result, refused } from "#domain/result.ts";
import { act } from "./act.ts";

type Says = (db: Database, id: string, now: Date, token: string) => Promise<Result<unknown, Refusal>>;

/** Whoever has not proven the address may have typed another's. */
function say(form: FormData, command: Says): Promise<FormState> {
  return act(form, async (db, { page, token, now }) =>
    page.link.claim ? refused("not_possible_now") : command(db, page.registration.id, now, token),
  );
}

const instant = z.iso.datetime().transform((text) => Date.parse(text));

export async function sayRunningLate(_state: FormState, form: FormData): Promise<FormState> {
  const until = instant.safeParse(formOf(form).get("until"));
  return say(form, async (db, id, now, token) =>
    until.success ? sayLate(db, id, until.data, now, token) : refused("late_time"),
  );
}

export async function sayOnTime(_state: FormState, form: FormData): Promise<FormState> {
  return say(form, (db, id, now, token) => sayLate(db, id, null, now, token));
}

export async function sayStandBy(_state: FormState, form: FormData): Promise<FormState> {
  const named = formOf(form).get("named") === "yes";
  return say(form, (db, id, now, token) => standBy(db, id, { named }, now, token));
}

export async function sayStandDown(_state: FormState, form: FormData): Promise<FormState> {
  return say(form, (db, id, now, token) => standBy(db, id, null, now, token));
}

export async function leave(_state: FormState, form: FormData): Promise<FormState> {
  return say(form, (db, id, now, token) => sayLeaving(db, id, true, now, token));
}

export async function comeBack(_state: FormState, form: FormData): Promise<FormState> {
  return say(form, (db, id, now, token) => sayLeaving(db, id, false, now, token));
}
