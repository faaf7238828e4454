"use server";

/** What the holder of a private address may do with the registration behind it. One button, one verb. */
import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, formOf, read, refuse } from "#app/respond.ts";
import { ensureDevice } from "#app/viewer.ts";
import { acceptOffer, declineOffer, giveBack, leaveLine } from "#db/answer.ts";
import { type Database, database } from "#db/connection.ts";
import { holdTicket } from "#db/device.ts";
import { readStatus, type StatusPage } from "#db/status.ts";
import { confirmByCode, confirmByLink, sendCodeAgain } from "#db/verification.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { Result } from "#domain/result.ts";
import { status as words } from "#messages/en/status.ts";

type Verb = (
  db: Database,
  at: { page: StatusPage; token: string; now: Date },
) => Promise<Result<unknown, Refusal>>;

/** Token → registration → verb → the page again, read anew; so that Back and reload never send twice. */
async function act(form: FormData, verb: Verb): Promise<FormState> {
  const token = z.string().max(100).catch("").parse(formOf(form).get("token"));
  const now = new Date();
  const page = await readStatus(database(), token, now);
  if (!page) return refuse(form, "not_found");
  const result = await verb(database(), { page, token, now });
  if (!result.ok) return refuse(form, result.refusal);
  redirect(`/e/${page.event.slug}/r/${token}`);
}

const done = { ok: true, value: null } as const;

export async function accept(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, (db, { page, now }) => acceptOffer(db, page.registration.id, now));
}

export async function decline(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, (db, { page, now }) => declineOffer(db, page.registration.id, now));
}

export async function release(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, (db, { page, now }) => giveBack(db, page.registration.id, now));
}

export async function leave(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, (db, { page, now }) => leaveLine(db, page.registration.id, now));
}

export async function proveByLink(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, (db, { token, now }) => confirmByLink(db, token, now));
}

// People copy codes with the spaces their mail program shows.
const code = z.object({
  code: z
    .string(words.verify.sixDigits)
    .transform((text) => text.replace(/\D/g, ""))
    .pipe(z.string().length(6, words.verify.sixDigits)),
});

export async function proveByCode(_state: FormState, form: FormData): Promise<FormState> {
  const typed = read(code, form);
  if (!typed.success) return complain(form, typed.error);
  return act(form, (db, { page, now }) => confirmByCode(db, page.registration.id, typed.data.code, now));
}

export async function sendAgain(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, (db, { page, now }) => sendCodeAgain(db, page.registration.id, now));
}

/** Makes this device the one that pitches and raises hands for the registration. */
export async function usePhone(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, async (db, { page }) => {
    await holdTicket(db, await ensureDevice(), page.registration.id);
    return done;
  });
}
