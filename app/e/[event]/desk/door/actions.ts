"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { type FormState, read, refuse } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { cutOffDoorPhone } from "#db/door/phone.ts";
import { isId } from "#domain/id.ts";

const chosen = z.object({ device: z.string().refine(isId), off: z.enum(["on", "off"]) });

/** Cuts a phone at the door off, or lets it on again. */
export async function cutOff(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "checkIn", "manageCrew");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(chosen, form);
  if (!input.success) return refuse(form, "bad_input");
  const { device, off } = input.data;
  const done = await cutOffDoorPhone(database(), asker.value.may, device, off === "off", new Date());
  if (!done.ok) return refuse(form, done.refusal);
  redirect(`/e/${slug}/desk/door?did=${off}`);
}
