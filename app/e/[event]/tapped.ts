import { revalidatePath } from "next/cache";
import type { Tapped } from "#components/rota/answer.ts";
import type { Refusal } from "#domain/refusal.ts";
import { wordsOf } from "#messages/words.ts";

const refusal = wordsOf("refusal");

/** The answer to a tap of the crew that changed nothing. */
export const refusedTap = (code: Refusal): Tapped => ({ refusal: { code, ...refusal[code] } });

/**
 * What a tap of the crew came to. The pages of the camp are drawn anew in either case: whoever was too late sees who was
 * quicker.
 */
export function answerTap(slug: string, code: Refusal | null): Tapped {
  revalidatePath(`/e/${slug}`, "layout");
  return code ? refusedTap(code) : { refusal: null };
}
