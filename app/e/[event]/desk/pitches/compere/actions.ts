"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { read } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { NO_STEP, type StepState } from "#components/compere/step.ts";
import { database } from "#db/connection.ts";
import { callBack, callNext, callPitch, holdPitch, missPitch, movePitch, sendBack } from "#db/pitch/front.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { May } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";

const refusal = wordsOf("refusal");

/** An empty text stands for nobody at the front, and for the end of the line. */
const nobody = z.literal("").transform(() => null);
const either = z.union([nobody, z.uuid()]);

const asked = z.union([
  z.object({ step: z.literal("next"), front: either }),
  z.object({ step: z.enum(["hold", "away"]), front: z.uuid() }),
  z.object({ step: z.literal("call"), front: either, pitch: z.uuid() }),
  z.object({
    ...{ step: z.literal("undo"), front: either, pitch: z.uuid() },
    ...{ again: z.literal("yes").optional(), before: either.optional() },
  }),
  z.object({ step: z.literal("back"), pitch: z.uuid() }),
  z.object({ step: z.literal("move"), pitch: z.uuid(), before: either }),
]);
type Asked = z.infer<typeof asked>;

/** One step of whoever runs the line, from any of their phones. */
export async function runLine(slug: string, _: StepState, form: FormData): Promise<StepState> {
  const asker = await actAt(slug, "runPitches");
  if (!asker.ok) return not(asker.refusal);
  const parsed = read(asked, form);
  if (!parsed.success) return not("bad_input");
  const done = await take(asker.value.may, parsed.data, new Date());
  revalidatePath(`/e/${slug}/desk/pitches`, "layout");
  if (!done.ok) return not(done.refusal);
  const { data } = parsed;
  const pitch = "pitch" in data ? data.pitch : data.front;
  return { ...NO_STEP, did: { step: data.step, pitch, called: null, ...done.value } };
}

function take(may: May<"runPitches">, asked: Asked, now: Date) {
  switch (asked.step) {
    case "next":
      return callNext(database(), may, asked.front, now);
    case "hold":
      return holdPitch(database(), may, asked.front, now);
    case "away":
      return missPitch(database(), may, asked.front, now);
    case "call":
      return callPitch(database(), may, asked.pitch, now, asked.front);
    case "undo":
      return callBack(database(), may, asked.pitch, asked.front, now, {
        again: asked.again === "yes",
        ...(asked.before !== undefined && { ahead: asked.before }),
      });
    case "back":
      return sendBack(database(), may, asked.pitch, now);
    case "move":
      return movePitch(database(), may, { pitchId: asked.pitch, before: asked.before }, now);
  }
}

const not = (why: Refusal): StepState => ({ ...NO_STEP, refusal: refusal[why] });
