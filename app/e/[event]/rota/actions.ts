"use server";

import { z } from "zod";
import { read } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import type { Tapped } from "#components/rota/answer.ts";
import { database } from "#db/connection.ts";
import { signOff, signUp } from "#db/rota/signing-up.ts";
import { answerTap, refusedTap } from "../tapped.ts";

const taken = z.object({ task: z.uuid(), do: z.enum(["take", "leave"]) });

/** Takes a task on, or comes off it. */
export async function tapTask(slug: string, _: Tapped, form: FormData): Promise<Tapped> {
  const asker = await actAt(slug, "takeTasks");
  if (!asker.ok) return refusedTap(asker.refusal);
  const input = read(taken, form);
  if (!input.success) return refusedTap("bad_input");
  const act = input.data.do === "take" ? signUp : signOff;
  const result = await act(database(), asker.value.may, input.data.task, new Date());
  return answerTap(slug, result.ok ? null : result.refusal);
}
