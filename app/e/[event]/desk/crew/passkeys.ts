"use server";
/** Whether the crew needs a passkey, and taking those away that somebody lost. */
import { redirect } from "next/navigation";
import { z } from "zod";
import { ask, type FormState, read, refuse } from "#app/respond.ts";
import { actAt, viewer } from "#app/viewer.ts";
import { NOTHING_AGREED } from "#db/change.ts";
import { database } from "#db/connection.ts";
import { resetPasskeys } from "#db/passkey/removing.ts";
import { setPasskeyRule } from "#db/passkey/rule.ts";
import { isId } from "#domain/id.ts";

const chosen = z.object({
  required: z.enum(["yes", "no"]),
  agreed: z.string().max(100).catch(NOTHING_AGREED),
});

export async function changeRule(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "manageCrew");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { deviceId } = await viewer();
  const input = read(chosen, form);
  if (!input.success || !deviceId) return refuse(form, "bad_input");
  const required = input.data.required === "yes";
  const { may } = asker.value;
  const result = await setPasskeyRule(database(), may, deviceId, required, new Date(), input.data.agreed);
  if (!result.ok) return refuse(form, result.refusal);
  if ("asks" in result.value) return ask(form, result.value);
  redirect(`/e/${slug}/desk/crew?passkeys=${required ? "on" : "off"}`);
}

const whose = z.object({
  person: z.string().refine(isId),
  agreed: z.string().max(100).catch(NOTHING_AGREED),
});

export async function reset(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "manageCrew");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { deviceId } = await viewer();
  const input = read(whose, form);
  if (!input.success || !deviceId) return refuse(form, "bad_input");
  const { person, agreed } = input.data;
  const { may } = asker.value;
  const result = await resetPasskeys(database(), may, deviceId, person, new Date(), agreed);
  if (!result.ok) return refuse(form, result.refusal);
  if ("asks" in result.value) return ask(form, result.value);
  redirect(`/e/${slug}/desk/crew?reset=${person}`);
}
