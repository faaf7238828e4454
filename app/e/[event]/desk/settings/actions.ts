"use server";
/** The doors of the settings: one per part, each saved only over what its form had shown. */
import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, formOf, read, refuse, typed } from "#app/respond.ts";
import { organiserAt } from "#app/viewer.ts";
import { changeDetails, changeRules } from "#db/camp.ts";
import { database } from "#db/connection.ts";
import { changeRooms } from "#db/room.ts";
import { changeSectors } from "#db/sector.ts";
import { changeSlots } from "#db/slot.ts";
import { TALLY_RULES } from "#domain/event.ts";
import { clock, date, line, maybeLine, opensAt, whole, zone } from "#domain/fields.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { Result } from "#domain/result.ts";
import { firstMisfit } from "#domain/time/day-plan.ts";
import { camp } from "#messages/en/camp.ts";
import { readRooms, readSectors, readSlots } from "./read.ts";

const { fields, settings } = camp;
const mark = z.string().max(40);

const details = z
  .object({
    mark,
    name: line("campName", fields.nameWrong),
    strapline: maybeLine("strapline", fields.straplineLong),
    place: line("place", fields.placeWrong),
    day: date(fields.dayWrong),
    doors: clock(fields.doorsWrong),
    zone: zone(fields.zoneWrong),
  })
  .refine(opensAt, { path: ["doors"], error: fields.doorsSkipped });

export async function saveDetails(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const { organiser } = await organiserAt(slug);
  const input = read(details, form);
  if (!input.success) return complain(form, input.error);
  return answer(
    slug,
    form,
    "details",
    await changeDetails(database(), organiser, input.data.mark, input.data, new Date()),
  );
}

const rules = z.object({
  mark,
  capacity: whole("places", fields.capacityWrong),
  lineLimit: z.union(
    [z.literal("").transform(() => null), whole("lineLimit", settings.lineLimitWrong)],
    settings.lineLimitWrong,
  ),
  offersOn: z
    .literal("yes")
    .optional()
    .transform((ticked) => ticked === "yes"),
  tally: z.enum(TALLY_RULES),
});

export async function saveRules(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const { organiser } = await organiserAt(slug);
  const input = read(rules, form);
  if (!input.success) return complain(form, input.error);
  const { mark: seen, ...wanted } = input.data;
  const result = await changeRules(database(), organiser, seen, wanted, new Date());
  return answer(slug, form, result.ok && result.value > 0 ? `rules-${result.value}` : "rules", result);
}

export async function saveRooms(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const { organiser } = await organiserAt(slug);
  const { rows, errors } = readRooms(formOf(form));
  if (Object.keys(errors).length > 0) return { values: typed(form), errors, refusal: null };
  return answer(
    slug,
    form,
    "rooms",
    await changeRooms(database(), organiser, seenMark(form), rows, new Date()),
  );
}

export async function saveSlots(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const { event, organiser } = await organiserAt(slug);
  const { rows, errors, numbers } = readSlots(formOf(form));
  const misfit = firstMisfit(rows, event.zone);
  if (misfit !== null) {
    const number = numbers[misfit.row]!;
    errors[`slot.${number}.starts`] ??= camp.slots.misfits[misfit.why](number + 1);
  }
  if (Object.keys(errors).length > 0) return { values: typed(form), errors, refusal: null };
  return answer(
    slug,
    form,
    "slots",
    await changeSlots(database(), organiser, seenMark(form), rows, new Date()),
  );
}

export async function saveSectors(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const { organiser } = await organiserAt(slug);
  const { rows, errors } = readSectors(formOf(form));
  if (Object.keys(errors).length > 0) return { values: typed(form), errors, refusal: null };
  const result = await changeSectors(database(), organiser, seenMark(form), rows, new Date());
  if (!result.ok && result.refusal === "bad_input")
    return { values: typed(form), errors: { "sector.0.name": camp.sectors.wrong }, refusal: null };
  return answer(slug, form, "sectors", result);
}

const seenMark = (form: unknown) => mark.catch("").parse(formOf(form).get("mark"));

/**
 * Back to the page as it is now, at the part that was saved. Where somebody else saved first, theirs is shown
 * instead of what was typed: sending the same form again would otherwise overwrite them unseen.
 */
function answer(slug: string, form: FormData, saved: string, result: Result<unknown, Refusal>): FormState {
  const part = saved.split("-")[0];
  if (!result.ok && result.refusal === "changed_meanwhile")
    redirect(`/e/${slug}/desk/settings?overtaken=${part}#${part}`);
  if (!result.ok) return refuse(form, result.refusal);
  redirect(`/e/${slug}/desk/settings?saved=${saved}#${part}`);
}
