"use server";

/** Moving people by hand: always with a reason, except for the button that only does what the clock does. */
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { ask, complain, type FormState, formOf, read, refuse, textOf } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { type Found, NOT_SEARCHED } from "#components/people/found.ts";
import { NOTHING_AGREED } from "#db/change.ts";
import { database } from "#db/connection.ts";
import { moveByHand, readPeopleCounts } from "#db/people.ts";
import { findPeople } from "#db/people-search.ts";
import { mendAddressByHand } from "#db/registration/address.ts";
import { offerByHand } from "#db/registration/hand-offer.ts";
import { letGoUnproven } from "#db/registration/unproven.ts";
import { isOfferHour, offerFreePlaces } from "#db/registration/waiting.ts";
import { makeDraw } from "#db/release/draw.ts";
import { address, text } from "#domain/fields.ts";
import { MOST } from "#domain/limits.ts";
import { pageNumber } from "#domain/paging.ts";
import { keptView, viewText } from "#domain/people-view.ts";
import { STATUSES } from "#domain/registration.ts";
import { oneLine } from "#domain/text.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { answerAt } from "../said.ts";

const refusals = wordsOf("refusal");
const words = wordsOf("people");
const offerWords = wordsOf("handOffer");
const drawWords = wordsOf("release").desk;

/** Longer than any name, organisation and address together. */
const SEARCH_MAX = 200;

/** Changes nothing. It is an action, so that what is looked for is in no address and no log. */
export async function find(slug: string, _before: Found, form: FormData): Promise<Found> {
  const sent = formOf(form);
  const search = oneLine(textOf(sent.get("search"))).slice(0, SEARCH_MAX);
  const asker = await actAt(slug, "seePeople");
  if (!asker.ok) return { search, list: null, refusal: refusals[asker.refusal] };
  if (search === "") return NOT_SEARCHED;
  const view = { ...keptView(sent.get("list")), page: pageNumber(sent.get("page")) };
  const list = await findPeople(database(), asker.value.may, search, view);
  return { search, list, refusal: null };
}

export async function offer(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "movePeople");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { event, may } = asker.value;
  const now = new Date();
  const result = await offerFreePlaces(database(), may, now);
  if (!result.ok) return refuse(form, result.refusal);
  const { free, waiting, ready } = await readPeopleCounts(database(), event.id);
  const awake = Number(await isOfferHour(database(), event, now));
  const numbers = [result.value, free, waiting, awake, ready];
  const sent = formOf(form);
  if (sent.get("from") === "today") answerAt(`/e/${slug}/desk`, "places-offered", numbers);
  answerAt(`/e/${slug}/desk/people`, "places-offered", numbers, {
    keep: viewText(keptView(sent.get("list"))),
  });
}

const chosen = perLanguage(() =>
  z.object({
    reason: text("reason", offerWords.reasonMissing),
    mark: z.string().max(100),
    agreed: z.string().max(100).catch(NOTHING_AGREED),
  }),
);

const recipients = z.array(z.uuid()).min(1).max(MOST.handOffers);

/** Offers places to those chosen, with the reason, after it was shown who is passed over by it. */
export async function offerTo(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "movePeople");
  if (!asker.ok) return refuse(form, asker.refusal);
  const typed = read(chosen(), form);
  if (!typed.success) return complain(form, typed.error);
  const ids = recipients.safeParse(formOf(form).getAll("to"));
  if (!ids.success) return refuse(form, "bad_input");
  const { agreed, ...said } = typed.data;
  const wanted = { ...said, ids: ids.data };
  const result = await offerByHand(database(), asker.value.may, wanted, new Date(), agreed);
  if (!result.ok) return refuse(form, result.refusal);
  if ("asks" in result.value) return ask(form, result.value);
  const keep = viewText(keptView(form.get("list")));
  answerAt(`/e/${slug}/desk/people`, "offered-by-hand", [result.value.done], { keep });
}

const letGo = perLanguage(() =>
  z.object({
    reason: text("reason", words.person.reasonMissing),
    agreed: z.string().max(100).catch(NOTHING_AGREED),
  }),
);

/** Lets go of everybody who never proved their address, after it was said how many they are. */
export async function dropUnproven(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "movePeople");
  if (!asker.ok) return refuse(form, asker.refusal);
  const typed = read(letGo(), form);
  if (!typed.success) return complain(form, typed.error);
  const { reason, agreed } = typed.data;
  const result = await letGoUnproven(database(), asker.value.may, reason, new Date(), agreed);
  if (!result.ok) return refuse(form, result.refusal);
  if ("asks" in result.value) return ask(form, result.value);
  const keep = viewText(keptView(form.get("list")));
  answerAt(`/e/${slug}/desk/people`, "let-go", [result.value.done], { keep });
}

/** How the list was seen from which they came to somebody's page, to be kept there. */
function listIn(form: FormData): string {
  const kept = viewText(keptView(form.get("list")));
  return kept && new URLSearchParams({ list: kept }).toString();
}

const number = perLanguage(() =>
  z.object({
    release: z.uuid(),
    seed: text("drawSeed", drawWords.seedWrong),
    agreed: z.string().max(100).catch(NOTHING_AGREED),
  }),
);

/** Makes the draw with the public number, after it was said what that does. */
export async function makeTheDraw(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "movePeople");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { may } = asker.value;
  const typed = read(number(), form);
  if (!typed.success) return complain(form, typed.error);
  const { release, seed, agreed } = typed.data;
  const result = await makeDraw(database(), may, release, seed, new Date(), agreed);
  if (!result.ok) return refuse(form, result.refusal);
  if ("asks" in result.value) return ask(form, result.value);
  answerAt(`/e/${slug}/desk/people`, "drawn", [result.value.done]);
}

const hand = perLanguage(() =>
  z.object({
    registration: z.uuid(),
    move: z.enum(["confirm", "put_back_in_line", "remove"]),
    reason: text("reason", words.person.reasonMissing),
    agreed: z.string().max(100).catch(NOTHING_AGREED),
    /** Asked only where an open offer is withdrawn; empty for the next in line. */
    heir: z.union([z.uuid(), z.literal("")]).optional(),
    seen: z.enum(STATUSES).nullable().catch(null),
  }),
);

export async function move(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "movePeople");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { may } = asker.value;
  const typed = read(hand(), form);
  if (!typed.success) return complain(form, typed.error);
  const { registration, move: act, reason, agreed, heir, seen } = typed.data;
  const result = await moveByHand(
    database(),
    may,
    registration,
    act,
    reason,
    new Date(),
    agreed,
    heir || null,
    seen,
  );
  // What the form stands on is not so any more.
  if (!result.ok && result.refusal === "changed_meanwhile")
    revalidatePath(`/e/${slug}/desk/people/${registration}`);
  if (!result.ok) return refuse(form, result.refusal);
  if ("asks" in result.value) return ask(form, result.value);
  const did = heir === undefined ? act : "withdraw";
  answerAt(`/e/${slug}/desk/people/${registration}`, did, [], { keep: listIn(form) });
}

const mended = perLanguage(() =>
  z.object({
    registration: z.uuid(),
    email: address(words.mend.emailWrong),
    reason: text("reason", words.person.reasonMissing),
  }),
);

export async function mend(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "movePeople");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { may } = asker.value;
  const typed = read(mended(), form);
  if (!typed.success) return complain(form, typed.error);
  const { registration, ...input } = typed.data;
  const result = await mendAddressByHand(database(), may, registration, input, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  answerAt(`/e/${slug}/desk/people/${registration}`, "mend", [], { keep: listIn(form) });
}
