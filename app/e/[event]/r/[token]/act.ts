import { redirect } from "next/navigation";
import { z } from "zod";
import { type FormState, formOf, refuse } from "#app/respond.ts";
import { type Database, database } from "#db/connection.ts";
import { readStatus, type StatusPage } from "#db/registration/status.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { Result } from "#domain/result.ts";

export type Command = (
  db: Database,
  at: { page: StatusPage; token: string; now: Date },
) => Promise<Result<unknown, Refusal>>;

/** Of the private page that a form stands on. */
export const tokenOf = (form: unknown) => z.string().max(100).catch("").parse(formOf(form).get("token"));

/** Redirects to the page, so that Back and reload never send twice. */
export async function act(form: FormData, command: Command): Promise<FormState> {
  const token = tokenOf(form);
  const now = new Date();
  const page = await readStatus(database(), token, now);
  if (!page) return refuse(form, "not_found");
  const result = await command(database(), { page, token, now });
  if (!result.ok) return refuse(form, result.refusal);
  redirect(`/e/${page.event.slug}/r/${token}`);
}
