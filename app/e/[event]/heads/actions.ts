"use server";

import { z } from "zod";
import { read } from "#app/respond.ts";
import { askerAt } from "#app/viewer.ts";
import type { Counted } from "#components/heads/counter.tsx";
import { database } from "#db/connection.ts";
import { countHeads, countingAs } from "#db/heads.ts";
import { inRange } from "#domain/limits.ts";
import type { Refusal } from "#domain/refusal.ts";
import { wordsOf } from "#messages/words.ts";

const refusal = wordsOf("refusal");
const words = wordsOf("heads");

/** `step` comes from a button: it is added to the number in the field. */
const counted = z.object({
  key: z.string().min(1).max(60),
  heads: z
    .string()
    .trim()
    .regex(/^\d{0,5}$/)
    .transform(Number),
  step: z.enum(["1", "-1"]).transform(Number).optional(),
});

/** How many are in a room now, where there is no script (live/heads.ts): by whoever runs the day, or a host there. */
export async function countThem(slug: string, before: Counted, form: FormData): Promise<Counted> {
  const refuse = (code: Refusal): Counted => ({ ...before, refusal: refusal[code] });
  const found = await askerAt(slug);
  if (!found.ok) return refuse(found.refusal);
  const who = countingAs(found.value.asker);
  if (!who) return refuse("no_ticket");
  const input = read(counted, form);
  if (!input.success) return { ...before, refusal: { what: words.wrong, next: refusal.bad_input.next } };
  const { key, step = 0 } = input.data;
  const heads = Math.max(0, input.data.heads + step);
  if (!inRange(heads, "counted")) return refuse("bad_input");
  const result = await countHeads(database(), who, { key, heads }, new Date());
  return result.ok ? { heads, refusal: null } : refuse(result.refusal);
}
