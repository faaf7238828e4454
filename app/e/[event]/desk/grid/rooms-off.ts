"use server";

import { z } from "zod";
import { complain, type FormState, formOf, read, refuse } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { switchRoomOff, switchRoomOn } from "#db/room-off.ts";
import { maybeText } from "#domain/fields.ts";
import { isId } from "#domain/id.ts";
import { MOST } from "#domain/limits.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { answerAt } from "../said.ts";

const words = wordsOf("roomOff");

const id = z.string().refine(isId);
const off = perLanguage(() =>
  z.object({
    room: z.string(words.roomWrong).refine(isId, words.roomWrong),
    note: maybeText("roomNote", words.noteLong),
  }),
);
const slots = z.array(id).max(MOST.slots);

/** Switches a room off, in the slots that are ticked or the whole time. */
export async function switchOff(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "arrange");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(off(), form);
  if (!input.success) return complain(form, input.error);
  const ticked = slots.safeParse(formOf(form).getAll("slot"));
  if (!ticked.success) return refuse(form, "bad_input");
  const { room: roomId, note } = input.data;
  const slotIds = ticked.data.length > 0 ? ticked.data : null;
  const result = await switchRoomOff(database(), asker.value.may, { roomId, slotIds, note }, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  answerAt(`/e/${slug}/desk/grid`, "room-off");
}

const on = z.object({ id });

export async function switchOn(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "arrange");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(on, form);
  if (!input.success) return refuse(form, "bad_input");
  const result = await switchRoomOn(database(), asker.value.may, input.data.id, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  answerAt(`/e/${slug}/desk/grid`, "room-on");
}
