"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { type FormState, read, refuse } from "#app/respond.ts";
import { ensureDevice, setDeviceCookie } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { beCamper, beOrganiser, findNextInLine } from "#db/demo/visitor.ts";
import { reviveDemo } from "#db/demo.ts";
import { findEvent } from "#db/event.ts";
import { mintLink } from "#db/registration/link.ts";
import type { Phase } from "#domain/event.ts";
import { isSlug } from "#domain/slug.ts";
import { env } from "#env.ts";

const asked = z.object({ camp: z.string().refine(isSlug) });

/** Where a camper looks first; in the other phases that is their own page. */
const FIRST_LOOK: Partial<Record<Phase, string>> = {
  doors: "now",
  pitching: "pitches",
  grid: "pitches",
  sessions: "now",
};

/** Somebody with a place, another one for every browser while there are enough. */
export async function becomeCamper(_: FormState, form: FormData): Promise<FormState> {
  const slug = await openedDemo(form);
  if (!slug) return refuse(form, "not_found");
  const became = await beCamper(database(), await ensureDevice(), slug, new Date());
  const camp = await findEvent(database(), slug);
  if (!became.ok) return refuse(form, became.refusal);
  if (!camp) return refuse(form, "not_found");
  if (became.value.token) await setDeviceCookie(became.value.token);
  const look = FIRST_LOOK[camp.phase];
  if (look) redirect(`/e/${slug}/${look}`);
  return showOwnPage(slug, became.value.registrationId);
}

export async function becomeNext(_: FormState, form: FormData): Promise<FormState> {
  const slug = await openedDemo(form);
  if (!slug) return refuse(form, "not_found");
  const next = await findNextInLine(database(), slug);
  if (!next.ok) return refuse(form, next.refusal);
  return showOwnPage(slug, next.value.registrationId);
}

export async function becomeOrganiser(_: FormState, form: FormData): Promise<FormState> {
  const slug = await openedDemo(form);
  if (!slug) return refuse(form, "not_found");
  const became = await beOrganiser(database(), await ensureDevice(), slug, new Date());
  if (!became.ok) return refuse(form, became.refusal);
  await setDeviceCookie(became.value.token);
  redirect(`/e/${slug}/desk`);
}

/** The camp in the form, moved to now when its day was over. Null outside demo mode. */
async function openedDemo(form: FormData): Promise<string | null> {
  const parsed = read(asked, form);
  if (!env().DEMO || !parsed.success) return null;
  await reviveDemo(database(), new Date());
  return parsed.data.camp;
}

/** By a fresh link, as a mail would. */
async function showOwnPage(slug: string, registrationId: string): Promise<never> {
  const token = await mintLink(database(), registrationId, { mailed: true, now: new Date() });
  redirect(`/e/${slug}/r/${token}`);
}
