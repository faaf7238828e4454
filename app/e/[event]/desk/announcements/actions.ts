"use server";
import { z } from "zod";
import { complain, type FormState, read, refuse } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { announce, limitAnnouncements, takeBackAnnouncement } from "#db/announcement.ts";
import { database } from "#db/connection.ts";
import { text, whole } from "#domain/fields.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { answerAt } from "../said.ts";

const words = wordsOf("announcementsDesk");

const said = perLanguage(() =>
  z.object({ id: z.uuid(), text: text("announcement", words.textWrong, words.textLong) }),
);

export async function say(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "announce");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(said(), form);
  if (!input.success) return complain(form, input.error);
  const result = await announce(database(), asker.value.may, input.data, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  answerAt(`/e/${slug}/desk/announcements`, "announced");
}

export async function takeBack(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "announce");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(z.object({ id: z.uuid() }), form);
  if (!input.success) return refuse(form, "bad_input");
  const result = await takeBackAnnouncement(database(), asker.value.may, input.data.id, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  answerAt(`/e/${slug}/desk/announcements`, "taken-back");
}

const limited = perLanguage(() => z.object({ most: whole("announcements", words.mostWrong) }));

/** How many on one day. */
export async function limit(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(limited(), form);
  if (!input.success) return complain(form, input.error);
  await limitAnnouncements(database(), asker.value.may, input.data.most, new Date());
  answerAt(`/e/${slug}/desk/announcements`, "limited");
}
