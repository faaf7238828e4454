"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { complain, type FormState, read, refuse } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { repairDay, undoRepair } from "#db/repair.ts";
import { maybeText } from "#domain/fields.ts";
import { isId } from "#domain/id.ts";
import { MOST } from "#domain/limits.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { answerAt } from "../said.ts";

const words = wordsOf("roomOff");

const id = z.string().refine(isId);
const key = z.string().min(1).max(60);
const cell = z.object({ slotId: id, roomId: id });
const ids = z.array(id).min(1).max(MOST.slots);

/** A repair as the page carried it: what was seen, and what it does. */
const repair = z.object({
  trouble: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("room_gone"), roomId: id, slotIds: ids }),
    z.object({ kind: z.literal("full"), key }),
    z.object({ kind: z.literal("host_ill"), key }),
    z.object({ kind: z.literal("slot_lost"), slotId: id }),
  ]),
  moves: z
    .array(
      z.object({
        pitchId: id,
        copy: z.number().int().min(0).max(99),
        from: cell.nullable(),
        to: cell.nullable(),
      }),
    )
    .max(MOST.rooms * MOST.slots),
  closes: z.array(z.object({ roomId: id, slotIds: ids })).max(MOST.rooms),
  seen: z.number().int().min(1),
});

const sent = perLanguage(() =>
  z.object({
    repair: z.string().max(2_000_000).transform(parsed).pipe(repair),
    note: maybeText("roomNote", words.noteLong).default(""),
  }),
);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Makes a repair and publishes it. Where another desk was quicker, the page says so and shows what could be done now. */
export async function takeRepair(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "arrange", "publish");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(sent(), form);
  if (!input.success)
    return input.error.issues.some(({ path }) => path[0] === "note")
      ? complain(form, input.error)
      : refuse(form, "bad_input");
  const { repair: wanted, note } = input.data;
  const result = await repairDay(database(), asker.value.may, { ...wanted, note }, new Date());
  const page = `/e/${slug}/desk/repair`;
  if (!result.ok && result.refusal === "changed_meanwhile")
    answerAt(page, "late", [], { keep: keptOf(wanted.trouble) });
  if (!result.ok) return refuse(form, result.refusal);
  revalidatePath(`/e/${slug}`, "layout");
  const { number, moved, taken } = result.value;
  answerAt(page, "done", [number, moved, taken]);
}

/** The address that shows the same trouble again. */
function keptOf(trouble: z.infer<typeof repair>["trouble"]): Record<string, string> {
  switch (trouble.kind) {
    case "room_gone":
      return {
        what: trouble.kind,
        where: trouble.roomId,
        ...(trouble.slotIds.length === 1 && { slot: trouble.slotIds[0]! }),
      };
    case "slot_lost":
      return { what: trouble.kind, where: trouble.slotId };
    default:
      return { what: trouble.kind, where: trouble.key };
  }
}

/** Takes the last repair back, as another version. */
export async function undoLastRepair(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "arrange", "publish");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(z.object({ id }), form);
  if (!input.success) return refuse(form, "bad_input");
  const result = await undoRepair(database(), asker.value.may, input.data.id, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  revalidatePath(`/e/${slug}`, "layout");
  answerAt(`/e/${slug}/desk/repair`, "undone", [result.value.number]);
}
