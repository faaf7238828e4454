"use server";

/** Entering a draw with others, from the private page of whoever has entered it. */
import type { FormState } from "#app/respond.ts";
import { formOf, textOf } from "#app/respond.ts";
import { beginTogether, divideTogether, joinTogether, leaveTogether } from "#db/release/together.ts";
import { refused } from "#domain/result.ts";
import { act, type Command } from "./act.ts";

type Own = (at: Parameters<Command>[1], db: Parameters<Command>[0]) => ReturnType<Command>;

/** Whoever has not proven the mailbox is told what a stranger is. */
const mine = (form: FormData, own: Own) =>
  act(form, async (db, at) => (at.page.link.claim ? refused("not_possible_now") : own(at, db)));

export async function beginGroup(_state: FormState, form: FormData): Promise<FormState> {
  return mine(form, ({ page, now, token }, db) => beginTogether(db, page.registration.id, now, token));
}

export async function joinGroup(_state: FormState, form: FormData): Promise<FormState> {
  const code = textOf(formOf(form).get("code")).slice(0, 40);
  return mine(form, ({ page, now, token }, db) => joinTogether(db, page.registration.id, code, now, token));
}

export async function leaveGroup(_state: FormState, form: FormData): Promise<FormState> {
  return mine(form, ({ page, now, token }, db) => leaveTogether(db, page.registration.id, now, token));
}

export async function mayDivide(_state: FormState, form: FormData): Promise<FormState> {
  return mine(form, ({ page, now, token }, db) => divideTogether(db, page.registration.id, true, now, token));
}

export async function mayNotDivide(_state: FormState, form: FormData): Promise<FormState> {
  return mine(form, ({ page, now, token }, db) =>
    divideTogether(db, page.registration.id, false, now, token),
  );
}
