"use server";
/** The door that starts a camp. */
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { ask, complain, type FormState, refuse, typed } from "#app/respond.ts";
import { viewer } from "#app/viewer.ts";
import { createCamp } from "#db/camp.ts";
import { asking, NOTHING_AGREED } from "#db/change.ts";
import { database } from "#db/connection.ts";
import { pastDay } from "#domain/consequence.ts";
import { isSlug } from "#domain/event.ts";
import { isZone, localAt, ordinaryDay, suggestSlug } from "#domain/localTime.ts";
import { camp } from "#messages/en/camp.ts";
import { refusal as refusals } from "#messages/en/refusal.ts";

const { fields, start } = camp;

const begun = z
  .object({
    name: z.string().trim().min(1, fields.nameWrong).max(80, fields.nameWrong),
    strapline: z.string().trim().max(160),
    place: z.string().trim().min(1, fields.placeWrong).max(120, fields.placeWrong),
    day: z.iso.date(fields.dayWrong),
    doors: z.iso.time({ precision: -1, error: fields.doorsWrong }),
    zone: z.string().trim().refine(isZone, fields.zoneWrong),
    capacity: z.coerce
      .number(fields.capacityWrong)
      .int(fields.capacityWrong)
      .min(1, fields.capacityWrong)
      .max(10_000, fields.capacityWrong),
    slug: z.string().trim().toLowerCase(),
  })
  .transform((input) => ({ ...input, slug: input.slug || suggestSlug(input.name) }))
  .refine(({ slug }) => isSlug(slug), { path: ["slug"], error: start.slugWrong });

/** Four rooms of a venue nobody has described so far: names and seats to write over. */
const rooms = start.rooms.map((name, index) => ({
  name,
  capacity: [120, 60, 40, 20][index] ?? 20,
  features: index === 0 ? (["step_free", "screen"] as const).slice() : [],
}));

/** Starts a camp with four rooms and an ordinary day, then shows them to be changed. */
export async function startCamp(_: FormState, form: FormData): Promise<FormState> {
  const { owner } = await viewer();
  if (!owner) notFound();
  const input = begun.safeParse(Object.fromEntries(form));
  if (!input.success) return complain(form, input.error);
  const { day, doors, zone } = input.data;
  const now = new Date();
  const past = pastDay(day, localAt(now.getTime(), zone).day);
  const question = asking(past, String(form.get("agreed") ?? NOTHING_AGREED));
  if (question) return ask(form, question);
  const slots = ordinaryDay(day, doors, start.breaks);
  const result = await createCamp(
    database(),
    owner,
    { ...input.data, sectors: start.sectors, rooms, slots },
    now,
  );
  if (!result.ok && result.refusal === "slug_taken")
    return { values: typed(form), errors: { slug: refusals.slug_taken.what }, refusal: null };
  if (!result.ok) return refuse(form, result.refusal);
  redirect(`/e/${result.value.slug}/desk/settings?said=started`);
}
