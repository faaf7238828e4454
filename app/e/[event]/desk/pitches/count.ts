"use server";

import { z } from "zod";
import { read } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import type { CountAnswer } from "#components/pitch/count-field.tsx";
import { database } from "#db/connection.ts";
import { typeCount } from "#db/pitch/count.ts";
import { inRange } from "#domain/limits.ts";
import type { Refusal } from "#domain/refusal.ts";
import { countsKept } from "#domain/voting.ts";
import { wordsOf } from "#messages/words.ts";

const refusal = wordsOf("refusal");
const { counted: words } = wordsOf("pitchDesk");

const asked = z.object({
  pitch: z.uuid(),
  what: z.enum(["room", "paper"]),
  hands: z.string().trim().max(20),
  touched: z.literal("yes").optional().catch(undefined),
});

/**
 * Notes how many hands were counted in the room or on paper; an empty field is no count any more. While counts are kept
 * the field is empty for whoever typed nothing: Enter in it, on the way to the next one, takes nobody's count away.
 */
export async function countHandsOf(slug: string, _: CountAnswer, form: FormData): Promise<CountAnswer> {
  const asker = await actAt(slug, "runPitches");
  if (!asker.ok) return not(asker.refusal);
  const parsed = read(asked, form);
  if (!parsed.success) return not("bad_input");
  const { pitch: pitchId, what, hands: typed, touched } = parsed.data;
  if (typed === "" && !touched && countsKept(asker.value.event)) return { refusal: null, noted: null };
  const hands = typed === "" ? null : /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
  if (hands !== null && !inRange(hands, "counted")) return { refusal: words.outside, noted: null };
  const done = await typeCount(database(), asker.value.may, { pitchId, what, hands }, new Date());
  return done.ok ? { refusal: null, noted: typed } : not(done.refusal);
}

const not = (why: Refusal): CountAnswer => ({ refusal: refusal[why], noted: null });
