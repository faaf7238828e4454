"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { type FormState, formOf, refuse } from "#app/respond.ts";
import { ensureDevice, setDeviceCookie } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { readStatus } from "#db/registration/status.ts";
import { readDone, sayDone } from "#db/swap/done.ts";
import { takeTicket } from "#db/ticket.ts";
import { tokenOf } from "../act.ts";

/** Makes this browser the one that swaps for whoever’s page it is, and opens the swaps. */
export async function openSwaps(_before: FormState, form: FormData): Promise<FormState> {
  const token = tokenOf(form);
  const now = new Date();
  const page = await readStatus(database(), token, now);
  if (!page) return refuse(form, "not_found");
  const taken = await takeTicket(database(), token, await ensureDevice(), now);
  if (!taken.ok) return refuse(form, taken.refusal);
  await setDeviceCookie(taken.value.token);
  redirect(`/e/${page.event.slug}/swaps`);
}

const swapId = z.uuid().nullable().catch(null);

/** Says that a swap took place. */
export async function tookPlace(_before: FormState, form: FormData): Promise<FormState> {
  const token = tokenOf(form);
  const id = swapId.parse(formOf(form).get("id"));
  const now = new Date();
  const page = await readStatus(database(), token, now);
  if (!page || !id || !(await readDone(database(), page, id))) return refuse(form, "not_found");
  const who = { registrationId: page.registration.id, eventId: page.event.id };
  const done = await sayDone(database(), who, id, now);
  if (!done.ok) return refuse(form, done.refusal);
  redirect(`/e/${page.event.slug}/r/${token}/swaps/${id}`);
}
