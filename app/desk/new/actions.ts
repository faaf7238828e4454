"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { ask, complain, type FormState, read, refuse, typed } from "#app/respond.ts";
import { viewer } from "#app/viewer.ts";
import { createCamp } from "#db/camp.ts";
import { asking, NOTHING_AGREED } from "#db/change.ts";
import { type CloneInput, cloneCamp } from "#db/clone.ts";
import { database } from "#db/connection.ts";
import { pastDay } from "#domain/consequence.ts";
import { clock, date, maybeText, opensAt, text, whole, zone } from "#domain/fields.ts";
import type { Refusal } from "#domain/refusal.ts";
import { isSlug, suggestSlug } from "#domain/slug.ts";
import { localAt } from "#domain/time/local.ts";
import { ordinaryDay } from "#domain/time/slot-times.ts";
import type { Owner } from "#domain/viewer.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";

const camp = wordsOf("camp");
const refusals = wordsOf("refusal");

const { fields, start } = camp;

const begun = perLanguage(() =>
  z
    .object({
      from: maybeText("slug", refusals.not_found.what),
      crew: z.literal("yes").optional().catch(undefined),
      name: text("campName", fields.nameWrong),
      strapline: maybeText("strapline", fields.straplineLong),
      place: text("place", fields.placeWrong),
      day: date(fields.dayWrong),
      doors: clock(fields.doorsWrong),
      zone: zone(fields.zoneWrong),
      capacity: whole("places", fields.capacityWrong),
      slug: maybeText("slug", start.slugWrong),
    })
    .transform((input) => ({ ...input, slug: input.slug.toLowerCase() || suggestSlug(input.name) }))
    .refine(({ slug }) => isSlug(slug), { path: ["slug"], error: start.slugWrong })
    .refine(opensAt, { path: ["doors"], error: fields.doorsSkipped }),
);

/** Four rooms with names and seats to be replaced. */
const rooms = perLanguage(() =>
  start.rooms.map((name, index) => ({
    name,
    capacity: [120, 60, 40, 20][index] ?? 20,
    features: index === 0 ? (["step_free", "screen"] as const).slice() : [],
  })),
);

/** Starts a camp with four rooms and an ordinary day, or as an earlier one was, then shows it to be changed. */
export async function startCamp(_: FormState, form: FormData): Promise<FormState> {
  const { owner, person } = await viewer();
  if (!owner) return refuse(form, person ? "not_found" : "signed_out");
  const input = read(begun(), form);
  if (!input.success) return complain(form, input.error);
  const { day, doors, zone: there } = input.data;
  const now = new Date();
  const past = pastDay(day, localAt(now.getTime(), there).day);
  const question = asking(past, String(form.get("agreed") ?? NOTHING_AGREED));
  if (question) return ask(form, question);
  const { from, crew } = input.data;
  if (from) return startFrom(form, owner, from, { ...input.data, crew: crew === "yes" }, now);
  const slots = ordinaryDay(day, doors, there, start.breaks);
  const result = await createCamp(
    database(),
    owner,
    { ...input.data, sectors: start.sectors, rooms: rooms(), slots },
    now,
  );
  if (!result.ok) return refuseStart(form, result.refusal);
  redirect(`/e/${result.value.slug}/desk/settings?said=started`);
}

async function startFrom(
  form: FormData,
  owner: Owner,
  from: string,
  input: CloneInput,
  now: Date,
): Promise<FormState> {
  const result = await cloneCamp(database(), owner, from, input, now);
  if (!result.ok) return refuseStart(form, result.refusal);
  const { slug, crew, leftOut, tasks, unnamed, releases } = result.value;
  redirect(
    `/e/${slug}/desk/settings?said=${["cloned", crew, leftOut, unnamed, releases ? 1 : 0, tasks].join(".")}`,
  );
}

/** Beside the field, where it is about one. */
function refuseStart(form: FormData, refusal: Refusal): FormState {
  if (refusal === "slug_taken")
    return { values: typed(form), errors: { slug: refusals.slug_taken.what }, refusal: null };
  if (refusal === "over_inside")
    return { values: typed(form), errors: { capacity: start.from.overInside }, refusal: null };
  return refuse(form, refusal);
}
