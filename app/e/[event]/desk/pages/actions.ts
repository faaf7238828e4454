"use server";
/** The words of a page of the camp's own: looked at, used, or ours again. */
import { z } from "zod";
import { complain, FRESH, formOf, overtaken, read, refuse, textOf, typed } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import type { PageAnswer } from "#components/camp-page/form.tsx";
import { changePage } from "#db/camp-page.ts";
import { database } from "#db/connection.ts";
import { CAMP_PAGES, FACTS_OF_PAGES, gapsIn, isReviewed } from "#domain/camp-page.ts";
import { permits } from "#domain/event.ts";
import { longText } from "#domain/fields.ts";
import { unknownIn } from "#domain/placeholder.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { answerAt } from "../said.ts";
import { allBraced, previewOf } from "./preview.ts";

const { desk: words } = wordsOf("campPage");

const written = perLanguage(() =>
  z.object({
    mark: z.string().max(40),
    page: z.enum(CAMP_PAGES),
    body: longText("pageBody", words.bodyMissing, words.bodyLong),
    looked: z.literal("yes").optional().catch(undefined),
  }),
);

export async function changeThisPage(slug: string, _before: PageAnswer, form: FormData): Promise<PageAnswer> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { event, may } = asker.value;
  const input = read(written(), form);
  if (!input.success) return complain(form, input.error);
  const { mark, page, body, looked } = input.data;
  const step = textOf(formOf(form).get("step"));
  const at = `/e/${slug}/desk/pages/${page}`;
  const now = new Date();
  if (step === "reset") {
    const ours = await changePage(database(), may, page, mark, { body: null }, now);
    return ours.ok ? answerAt(at, "reset") : refuse(form, ours.refusal);
  }
  const wrong = wrongWith(body, looked === "yes" || (isReviewed(page) && permits(event.phase, "visit")));
  if (wrong) return { ...FRESH, values: typed(form), errors: { body: wrong } };
  const seen = await previewOf(event, page, body);
  if (step !== "keep") return { ...FRESH, values: typed(form), seen };
  const kept = await changePage(database(), may, page, mark, { body, looked: looked === "yes" }, now);
  if (kept.ok) answerAt(at, "kept");
  const refused = kept.refusal === "changed_meanwhile" ? overtaken(form, at) : refuse(form, kept.refusal);
  return { ...refused, seen };
}

/** What is to be mended. Gaps may stay until a page must be complete. */
function wrongWith(body: string, complete: boolean): string | null {
  const unknown = unknownIn(body, FACTS_OF_PAGES);
  if (unknown.length > 0)
    return words.unknown(
      unknown.map((name) => `{${name}}`),
      allBraced(),
    );
  const gaps = gapsIn(body);
  return complete && gaps.length > 0 ? words.gaps(gaps) : null;
}
