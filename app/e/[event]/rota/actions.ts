"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { read } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import type { Tapped } from "#components/rota/answer.ts";
import { database } from "#db/connection.ts";
import { signOff, signUp } from "#db/rota/signing-up.ts";
import type { Refusal } from "#domain/refusal.ts";
import { wordsOf } from "#messages/words.ts";

const refusal = wordsOf("refusal");

/** The page is drawn anew in either case: whoever was too late sees who was quicker. */
function answer(slug: string, code: Refusal | null): Tapped {
  revalidatePath(`/e/${slug}`, "layout");
  return refused(code);
}

const refused = (code: Refusal | null): Tapped => ({ refusal: code && { code, ...refusal[code] } });

const taken = z.object({ task: z.uuid(), do: z.enum(["take", "leave"]) });

/** Takes a task on, or comes off it. */
export async function tapTask(slug: string, _: Tapped, form: FormData): Promise<Tapped> {
  const asker = await actAt(slug, "takeTasks");
  if (!asker.ok) return refused(asker.refusal);
  const input = read(taken, form);
  if (!input.success) return refused("bad_input");
  const act = input.data.do === "take" ? signUp : signOff;
  const result = await act(database(), asker.value.may, input.data.task, new Date());
  return answer(slug, result.ok ? null : result.refusal);
}
