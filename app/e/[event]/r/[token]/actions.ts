"use server";

/** What the holder of a private address may do with its registration: one command per button. */
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, FRESH, formOf, overtaken, read, refuse } from "#app/respond.ts";
import { ensureDevice, setDeviceCookie } from "#app/viewer.ts";
import { type Database, database } from "#db/connection.ts";
import { rotateDevice } from "#db/device.ts";
import { eraseMe } from "#db/erasure.ts";
import { readMoreBehind } from "#db/question/answers.ts";
import { listQuestions } from "#db/question.ts";
import { mendAddress } from "#db/registration/address.ts";
import { acceptOffer, declineOffer, giveBack, leaveLine, rejoinLine } from "#db/registration/answer.ts";
import { changeAnswers } from "#db/registration/answers.ts";
import { answerClaim } from "#db/registration/claim.ts";
import { endPause, pauseTurn } from "#db/registration/pause.ts";
import { rejoinPaused } from "#db/registration/rejoining.ts";
import { readStatus } from "#db/registration/status.ts";
import { takeBack as takePlaceBack } from "#db/registration/taking-back.ts";
import { confirmByCode, confirmByLink, sendCodeAgain } from "#db/registration/verification.ts";
import { takeTicket } from "#db/ticket.ts";
import { address, answers, date } from "#domain/fields.ts";
import { readMore } from "#domain/question.ts";
import type { Refusal } from "#domain/refusal.ts";
import { type Result, refused } from "#domain/result.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { mistaken } from "../../mistaken.ts";
import { act, type Command, pageSaying, tokenOf } from "./act.ts";

const registration = wordsOf("registration");
const words = wordsOf("status");

/** A claim is answered as an unproven registration would be, and nobody's registration changes. */
function press(
  button: Parameters<typeof answerClaim>[2],
  command: (
    db: Database,
    registrationId: string,
    now: Date,
    page: string,
  ) => Promise<Result<unknown, Refusal>>,
): Command {
  return (db, { page, token, now }) =>
    page.link.claim ? answerClaim(db, page, button, now) : command(db, page.registration.id, now, token);
}

export async function accept(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, press("accept", acceptOffer));
}

export async function decline(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, press("decline", declineOffer));
}

export async function release(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, press("give_back", giveBack));
}

export async function takeBack(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, async (db, { page, token, now }) => {
    if (page.link.claim) return refused("not_possible_now");
    return takePlaceBack(db, page.registration.id, now, token);
  });
}

export async function leave(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, press("leave", leaveLine));
}

export async function rejoin(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, press("register", rejoinLine));
}

const pausing = perLanguage(() => z.object({ until: date(words.waiting.pauseNoDay) }));

export async function pause(_state: FormState, form: FormData): Promise<FormState> {
  const typed = read(pausing(), form);
  if (!typed.success) return complain(form, typed.error);
  return act(form, async (db, { page, token, now }) => {
    if (page.link.claim) return refused("not_possible_now");
    return pauseTurn(db, page.registration.id, typed.data.until, now, token);
  });
}

export async function rejoinLater(_state: FormState, form: FormData): Promise<FormState> {
  const typed = read(pausing(), form);
  if (!typed.success) return complain(form, typed.error);
  return act(form, async (db, { page, token, now }) => {
    if (page.link.claim) return refused("not_possible_now");
    return rejoinPaused(db, page.registration.id, typed.data.until, now, token);
  });
}

export async function resume(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, async (db, { page, token, now }) => {
    if (page.link.claim) return refused("not_possible_now");
    return endPause(db, page.registration.id, now, token);
  });
}

export async function proveByLink(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, (db, { token, now }) => confirmByLink(db, token, now), "proven");
}

// People copy codes with the spaces their mail program shows.
const code = perLanguage(() =>
  z.object({
    code: z
      .string(words.verify.sixDigits)
      .transform((text) => text.replace(/\D/g, ""))
      .pipe(z.string().length(6, words.verify.sixDigits)),
  }),
);

export async function proveByCode(_state: FormState, form: FormData): Promise<FormState> {
  const typed = read(code(), form);
  if (!typed.success) return complain(form, typed.error);
  const deviceId = await ensureDevice();
  return act(
    form,
    async (db, { token, now }) => {
      const proved = await confirmByCode(db, token, typed.data.code, deviceId, now);
      // A cookie planted in this browser before must gain nothing by the proof.
      if (proved.ok) await setDeviceCookie(await rotateDevice(db, deviceId, now));
      return proved;
    },
    "proven",
  );
}

/** Answers in words: nothing on the page shows that another mail is coming. */
export async function sendAgain(_state: FormState, form: FormData): Promise<FormState> {
  const token = tokenOf(form);
  const now = new Date();
  const page = await readStatus(database(), token, now);
  if (!page) return refuse(form, "not_found");
  const sent = await sendCodeAgain(database(), page.link, now);
  if (!sent.ok) return refuse(form, sent.refusal);
  return { ...FRESH, done: words.verify.againDone(page.registration.email) };
}

/** Makes this device the one that pitches and raises hands for the registration. */
export async function usePhone(_state: FormState, form: FormData): Promise<FormState> {
  const deviceId = await ensureDevice();
  return act(form, async (db, { token, now }) => {
    const taken = await takeTicket(db, token, deviceId, now);
    if (taken.ok) await setDeviceCookie(taken.value.token);
    return taken;
  });
}

const { errors } = registration;
const told = perLanguage(() => answers(errors));
const seenMark = z.string().max(40).catch("");

export async function change(_state: FormState, form: FormData): Promise<FormState> {
  const typed = read(told(), form);
  const now = new Date();
  const page = await readStatus(database(), tokenOf(form), now);
  if (!typed.success) return complain(form, typed.error);
  if (!page) return refuse(form, "not_found");
  const questions = await listQuestions(database(), page.event.id);
  const before = await readMoreBehind(database(), page.link);
  const { more, wrong } = readMore(questions, Object.fromEntries(formOf(form)), before);
  if (Object.keys(wrong).length > 0) return mistaken(form, wrong);
  const token = tokenOf(form);
  const seen = seenMark.parse(formOf(form).get("mark"));
  const changed = await changeAnswers(database(), token, typed.data, now, more, seen);
  const own = `/e/${page.event.slug}/r/${token}`;
  if (!changed.ok && changed.refusal === "changed_meanwhile") {
    const state = overtaken(form, own);
    return { ...state, refusal: state.refusal && { ...state.refusal, what: words.details.changed } };
  }
  if (!changed.ok) return refuse(form, changed.refusal);
  // The page says what was saved, and the form goes on from there.
  revalidatePath(own);
  const { saved, savedUnproven } = words.details;
  return { ...FRESH, done: page.registration.proven ? saved : savedUnproven };
}

const mended = perLanguage(() => z.object({ email: address(errors.email) }));

export async function mend(_state: FormState, form: FormData): Promise<FormState> {
  const typed = read(mended(), form);
  if (!typed.success) return complain(form, typed.error);
  const now = new Date();
  const page = await readStatus(database(), tokenOf(form), now);
  if (!page) return refuse(form, "not_found");
  const done = await mendAddress(database(), tokenOf(form), typed.data.email, now);
  if (!done.ok) return refuse(form, done.refusal);
  redirect(pageSaying("done", { slug: page.event.slug, token: tokenOf(form) }, now));
}

/** Ends somewhere else: the page they acted on opens nothing any more. */
export async function erase(_state: FormState, form: FormData): Promise<FormState> {
  const token = tokenOf(form);
  const now = new Date();
  const page = await readStatus(database(), token, now);
  if (!page) return refuse(form, "not_found");
  const done = await eraseMe(database(), token, now);
  if (!done.ok) return refuse(form, done.refusal);
  redirect(`/e/${page.event.slug}/r/deleted`);
}
