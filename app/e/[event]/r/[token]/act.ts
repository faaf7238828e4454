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

/** What says that the page was drawn before something else happened: it is drawn anew, with the reason on top. */
const OUTDATED = ["not_possible_now", "offer_gone", "place_gone"] as const satisfies readonly Refusal[];
export type Outdated = (typeof OUTDATED)[number];
export const isOutdated = (heard: Heard): heard is Outdated => (OUTDATED as readonly Heard[]).includes(heard);

/** What the page says of the last act, where it does not show by itself. */
export type Heard = Outdated | "proven" | "second_asked" | "second_removed" | "done";
const HEARD: readonly Heard[] = [...OUTDATED, "proven", "second_asked", "second_removed", "done"];

/** How long that stands on the page, in milliseconds. */
const STANDS_MS = 60_000;

/** What an act came to a moment ago, as the page's address says it; null for anything else. */
export function heardFrom(said: unknown, now: number): Heard | null {
  const [code, at] = typeof said === "string" ? said.split(".") : [];
  const fresh = now - Number.parseInt(at ?? "", 36) < STANDS_MS;
  return (fresh && HEARD.find((it) => it === code)) || null;
}

/** Where the page is that says what an act came to. */
export const pageSaying = (heard: Heard, { slug, token }: { slug: string; token: string }, now: Date) =>
  `/e/${slug}/r/${token}?said=${heard}.${now.getTime().toString(36)}`;

/** Redirects to the page, so that Back and reload never send twice. @param done what it says then */
export async function act(form: FormData, command: Command, done: Heard = "done"): Promise<FormState> {
  const token = tokenOf(form);
  const now = new Date();
  const page = await readStatus(database(), token, now);
  if (!page) return refuse(form, "not_found");
  const result = await command(database(), { page, token, now });
  const heard = result.ok ? done : OUTDATED.find((it) => it === result.refusal);
  if (!result.ok && !heard) return refuse(form, result.refusal);
  redirect(pageSaying(heard ?? done, { slug: page.event.slug, token }, now));
}
