"use server";
/** The actions of the settings: one per part, each saved only over what its form had shown. */
import { z } from "zod";
import { complain, type FormState, formOf, read, refuse, typed } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import type { PartId } from "#components/camp/contents.tsx";
import { changeDetails, changeRules, type Rules } from "#db/camp.ts";
import { changeMailSettings } from "#db/camp-mail.ts";
import { database } from "#db/connection.ts";
import { changeDays } from "#db/day/change.ts";
import { listSlots } from "#db/draft.ts";
import { changeKeeping } from "#db/purge/setting.ts";
import { changeQuestions } from "#db/question.ts";
import { changeReleases } from "#db/release/change.ts";
import { changeRooms } from "#db/room.ts";
import { changeSectors } from "#db/sector.ts";
import { changeSlots, storedSpans } from "#db/slot.ts";
import { mailsTo } from "#domain/consequence.ts";
import type { RowsChanged } from "#domain/difference.ts";
import { type EventView, TALLY_RULES } from "#domain/event.ts";
import { address, clock, date, maybeText, opensAt, text, whole, zone } from "#domain/fields.ts";
import { firstMisfit } from "#domain/time/slot-times.ts";
import { languages, perLanguage, wordsOf } from "#messages/words.ts";
import { readQuestions } from "./questions.ts";
import { readDays, readReleases, readRooms, readSectors, readSlots } from "./read.ts";
import { roomStep } from "./room-table.ts";
import { agreedIn, answer, mark, seenMark } from "./saved.ts";
import { slotStep } from "./slot-table.ts";

const camp = wordsOf("camp");

const { fields, settings } = camp;

const details = perLanguage(() =>
  z
    .object({
      mark,
      name: text("campName", fields.nameWrong),
      strapline: maybeText("strapline", fields.straplineLong),
      place: text("place", fields.placeWrong),
      day: date(fields.dayWrong),
      doors: clock(fields.doorsWrong),
      zone: zone(fields.zoneWrong),
    })
    .refine(opensAt, { path: ["doors"], error: fields.doorsSkipped }),
);

export async function saveDetails(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { may } = asker.value;
  const input = read(details(), form);
  if (!input.success) return complain(form, input.error);
  return answer(
    slug,
    form,
    "details",
    await changeDetails(database(), may, input.data.mark, input.data, new Date(), {
      agreed: agreedIn(form),
      tell: form.get("tell") === "yes",
    }),
    (told) => [mailsTo(told), told.unreached, told.offersMoved],
  );
}

export async function saveDays(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { event, may } = asker.value;
  const { rows, errors } = readDays(formOf(form), event.zone);
  if (Object.keys(errors).length > 0) return { values: typed(form), errors, refusal: null };
  const options = { agreed: agreedIn(form), tell: form.get("tell") === "yes" };
  return answer(
    slug,
    form,
    "days",
    await changeDays(database(), may, seenMark(form), rows, new Date(), options),
    (told) => [mailsTo(told), told.unreached, told.offersMoved],
  );
}

const places = perLanguage(() =>
  z.object({
    mark,
    capacity: whole("places", fields.capacityWrong),
    lineLimit: z.union(
      [z.literal("").transform(() => null), whole("lineLimit", settings.lineLimitWrong)],
      settings.lineLimitWrong,
    ),
    holdHours: whole("holdHours", settings.holdHoursWrong),
    offerHours: whole("offerHours", settings.offerHoursWrong),
    offersOn: z
      .literal("yes")
      .optional()
      .transform((ticked) => ticked === "yes"),
  }),
);

const hands = perLanguage(() =>
  z.object({
    mark,
    tally: z.enum(TALLY_RULES),
    dots: z.union(
      [z.literal("").transform(() => null), whole("dots", settings.dotsWrong)],
      settings.dotsWrong,
    ),
  }),
);

const language = perLanguage(() => z.object({ mark, locale: z.enum(languages()) }));

/** @param schema of a form that asks for some of the rules */
async function saveRules(
  slug: string,
  form: FormData,
  part: PartId,
  schema: z.ZodType<Partial<Rules> & { mark: string }>,
): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { may } = asker.value;
  const input = read(schema, form);
  if (!input.success) return complain(form, input.error);
  const { mark: seen, ...asked } = input.data;
  const result = await changeRules(database(), may, seen, asked, new Date(), agreedIn(form));
  return answer(slug, form, part, result, (offers) => [offers]);
}

export async function savePlaces(slug: string, _: FormState, form: FormData): Promise<FormState> {
  return saveRules(slug, form, "places", places());
}

export async function saveHands(slug: string, _: FormState, form: FormData): Promise<FormState> {
  return saveRules(slug, form, "hands", hands());
}

export async function saveLanguage(slug: string, _: FormState, form: FormData): Promise<FormState> {
  return saveRules(slug, form, "language", language());
}

export async function saveReleases(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { event, may } = asker.value;
  const { rows, errors } = readReleases(formOf(form), event.zone);
  if (Object.keys(errors).length > 0) return { values: typed(form), errors, refusal: null };
  const result = await changeReleases(database(), may, seenMark(form), rows, new Date(), agreedIn(form));
  return answer(slug, form, "releases", result, (offers) => [offers]);
}

const mail = perLanguage(() =>
  z.object({
    mark,
    replyTo: z.union(
      [z.literal("").transform(() => null), address(settings.replyToWrong)],
      settings.replyToWrong,
    ),
  }),
);

export async function saveMail(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { may } = asker.value;
  const input = read(mail(), form);
  if (!input.success) return complain(form, input.error);
  const { mark: seen, replyTo } = input.data;
  return answer(slug, form, "mail", await changeMailSettings(database(), may, seen, { replyTo }, new Date()));
}

export async function saveRooms(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { may } = asker.value;
  const step = roomStep(formOf(form));
  if (step) return step;
  const { rows, errors } = readRooms(formOf(form));
  if (Object.keys(errors).length > 0) return { values: typed(form), errors, refusal: null };
  const result = await changeRooms(database(), may, seenMark(form), rows, new Date(), agreedIn(form));
  return answer(slug, form, "rooms", result, rowsOf);
}

const rowsOf = ({ added, changed, removed }: RowsChanged) => [added, changed, removed];

/** The rows of a form, and what is wrong with one by itself or beside the others. */
async function judgeSlots(form: FormData, event: EventView) {
  const { rows, errors, numbers } = readSlots(form);
  const misfit = firstMisfit(rows, event.zone, storedSpans(await listSlots(database(), event.id)));
  if (misfit !== null) {
    const number = numbers[misfit.row]!;
    errors[`slot.${number}.starts`] ??= camp.slots.misfits[misfit.why](number + 1);
  }
  return { rows, errors };
}

export async function saveSlots(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { event, may } = asker.value;
  const step = await slotStep(formOf(form), event, (table) => judgeSlots(table, event));
  if (step) return step;
  const { rows, errors } = await judgeSlots(formOf(form), event);
  if (Object.keys(errors).length > 0) return { values: typed(form), errors, refusal: null };
  const result = await changeSlots(database(), may, seenMark(form), rows, new Date(), agreedIn(form));
  return answer(slug, form, "slots", result, rowsOf);
}

export async function saveQuestions(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { event, may } = asker.value;
  const { rows, errors } = readQuestions(formOf(form), event.days.at(-1)?.date ?? event.day);
  if (Object.keys(errors).length > 0) return { values: typed(form), errors, refusal: null };
  return answer(
    slug,
    form,
    "questions",
    await changeQuestions(database(), may, seenMark(form), rows, new Date(), agreedIn(form)),
  );
}

const keeping = perLanguage(() =>
  z.object({ mark, keepDays: whole("keepDays", camp.privacy.keepDaysWrong) }),
);

export async function savePrivacy(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { may } = asker.value;
  const input = read(keeping(), form);
  if (!input.success) return complain(form, input.error);
  const { mark: seen, keepDays } = input.data;
  const result = await changeKeeping(database(), may, seen, { keepDays }, new Date(), agreedIn(form));
  return answer(slug, form, "privacy", result);
}

export async function saveSectors(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { may } = asker.value;
  const { rows, errors } = readSectors(formOf(form));
  if (Object.keys(errors).length > 0) return { values: typed(form), errors, refusal: null };
  const result = await changeSectors(database(), may, seenMark(form), rows, new Date());
  return answer(slug, form, "sectors", result, (stayed) => [stayed]);
}
