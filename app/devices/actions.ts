"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { type FormState, read, refuse } from "#app/respond.ts";
import { viewer } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { endDevice, endDevices } from "#db/device.ts";
import { isId } from "#domain/id.ts";

const chosen = z.object({ device: z.string().refine(isId) });

/** Ends one of the asker's own devices; after ending this one they are signed out. */
export async function end(_: FormState, form: FormData): Promise<FormState> {
  const { person, deviceId } = await viewer();
  const input = read(chosen, form);
  if (!person) return refuse(form, "signed_out");
  if (!input.success) return refuse(form, "bad_input");
  await endDevice(database(), person.id, input.data.device);
  redirect(input.data.device === deviceId ? "/sign-in" : "/devices");
}

const everywhere = z.object({ keep: z.enum(["this", "none"]) });

export async function endAll(_: FormState, form: FormData): Promise<FormState> {
  const { person, deviceId } = await viewer();
  const input = read(everywhere, form);
  if (!person) return refuse(form, "signed_out");
  if (!input.success) return refuse(form, "bad_input");
  const kept = input.data.keep === "this";
  await endDevices(database(), person.id, kept ? deviceId : null);
  redirect(kept ? "/devices" : "/sign-in");
}
