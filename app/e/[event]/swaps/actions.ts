"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, read, refuse } from "#app/respond.ts";
import { SWAP_PRESSES, type SwapPress } from "#components/swap/acts.ts";
import { type Database, database } from "#db/connection.ts";
import { answerSwap, askFor } from "#db/swap/agreeing.ts";
import { changeCard, putBack, putUp, takeDown } from "#db/swap/card.ts";
import { sayDone } from "#db/swap/done.ts";
import { maybeText, whole } from "#domain/fields.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { Result } from "#domain/result.ts";
import { CARD_KINDS, type CardSays, SWAP_WAYS } from "#domain/swap.ts";
import type { Attendee } from "#domain/viewer.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { holderAt } from "./holder.ts";

const { form: words } = wordsOf("swaps");

const which = z.object({ id: z.uuid(), kind: z.enum(CARD_KINDS), changes: z.enum(["yes", "no"]) });

const shared = () => ({
  area: maybeText("swapArea", words.areaLong),
  days: maybeText("swapDays", words.daysLong),
  manager: z.enum(["yes", "not_yet"], words.managerMissing),
  line: maybeText("swapLine", words.lineLong),
});

/** In the order in which it is asked. Only what is to be seen may be anything. */
const says = perLanguage(() => {
  const named = shared().area.refine((area) => area !== "", words.areaMissing);
  const way = z.enum(SWAP_WAYS, words.wayMissing);
  return {
    show: z.object({ way, ...shared(), area: named }),
    see: z.object({ way, ...shared() }),
    seats: z.object({ seats: whole("spareSeats", words.seatsWrong), ...shared(), area: named }),
  };
});

/** Puts up a card, or changes one. */
export async function put(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await holderAt(slug);
  if (!asker.ok) return refuse(form, asker.refusal);
  const about = read(which, form);
  if (!about.success) return refuse(form, "bad_input");
  const { id, kind, changes } = about.data;
  const input = read(says()[kind], form);
  if (!input.success) return complain(form, input.error);
  const { manager, ...told } = input.data;
  const card: CardSays = { way: null, seats: 0, ...told, kind, managerAgreed: manager === "yes" };
  const { holder } = asker.value;
  const now = new Date();
  const done =
    changes === "yes"
      ? await changeCard(database(), holder, id, card, now)
      : await putUp(database(), holder, { id, ...card }, now);
  if (!done.ok) return refuse(form, done.refusal);
  redirect(`/e/${slug}/swaps?done=${changes === "yes" ? "changed" : "put"}`);
}

type Command = (db: Database, holder: Attendee, id: string, now: Date) => Promise<Result<null, Refusal>>;

/** What each button does, and what the page says then. */
const PRESSES: Record<SwapPress, { run: Command; done: string }> = {
  takeDown: { run: takeDown, done: "down" },
  putBack: { run: putBack, done: "back" },
  ask: { run: askFor, done: "asked" },
  yes: { run: (db, holder, id, now) => answerSwap(db, holder, { id, yes: true }, now), done: "yes" },
  no: { run: (db, holder, id, now) => answerSwap(db, holder, { id, yes: false }, now), done: "no" },
  took: { run: sayDone, done: "took" },
};

const pressed = z.object({ id: z.uuid(), act: z.enum(SWAP_PRESSES) });

/** One button of a card or a swap. */
export async function press(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await holderAt(slug);
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(pressed, form);
  if (!input.success) return refuse(form, "bad_input");
  const { run, done: code } = PRESSES[input.data.act];
  const done = await run(database(), asker.value.holder, input.data.id, new Date());
  if (!done.ok) return refuse(form, done.refusal);
  redirect(`/e/${slug}/swaps?done=${code}`);
}
