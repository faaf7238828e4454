"use server";
/** Writing to many: every button keeps what is typed first, so that nothing is lost whatever comes of it. */
import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, formOf, read, refuse, textOf, typed } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { dropMailDraft, keepMailDraft, type MailDraft, readMailDraft } from "#db/group-mail/draft.ts";
import { sendToGroup, sendTrial } from "#db/group-mail/send.ts";
import { retryMail } from "#db/mail-log.ts";
import { maybeLongText, maybeText } from "#domain/fields.ts";
import { isBlank, MAIL_GROUPS, problemsOf } from "#domain/group-mail.ts";
import { isId } from "#domain/id.ts";
import type { May } from "#domain/viewer.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { answerAt } from "../said.ts";
import { BEGINNINGS, beginningOf } from "./beginning.ts";
import { errorsOf } from "./errors.ts";

const { form: words } = wordsOf("groupMail");

const STEPS = ["keep", "trial", "send", "drop", ...BEGINNINGS] as const;

const written = perLanguage(() =>
  z.object({
    mark: z.string().max(40),
    step: z.enum(STEPS).catch("keep"),
    group: z.enum(MAIL_GROUPS),
    sectorId: z.string().refine(isId).nullable().catch(null),
    subject: maybeText("mailSubject", words.subjectLong),
    body: maybeLongText("mailBody", words.bodyLong),
  }),
);

export async function write(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "writeMail");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { may } = asker.value;
  const input = read(written(), form);
  if (!input.success) return complain(form, input.error);
  const { mark, step, ...sent } = input.data;
  const page = `/e/${slug}/desk/mail`;
  if (step === "drop") {
    const dropped = await dropMailDraft(database(), may, mark);
    if (!dropped.ok) return overtaken(form, may);
    answerAt(page, "dropped");
  }
  const beginning = BEGINNINGS.find((name) => name === step);
  const begins = beginning !== undefined && isBlank(sent);
  const kept = await keepMailDraft(
    database(),
    may,
    mark,
    begins ? { ...sent, ...beginningOf(beginning) } : sent,
  );
  if (!kept.ok) return overtaken(form, may);
  if (beginning !== undefined) answerAt(page, begins ? "begun" : "begun-not");
  if (step === "keep") answerAt(page, "kept");
  const draft = kept.value;
  if (problemsOf(draft).length > 0)
    return seenAs(draft, { values: typed(form), errors: errorsOf(draft), refusal: null });
  if (step === "send") redirect(`${page}/${draft.id}`);
  const trial = await sendTrial(database(), may, draft.mark, new Date());
  if (!trial.ok) return seenAs(draft, refuse(form, trial.refusal));
  return answerAt(page, "trial");
}

/** What was typed is kept by now, so the next press is over that. */
function seenAs({ mark }: MailDraft, state: FormState): FormState {
  return { ...state, values: { ...state.values, mark } };
}

/** Somebody else kept another: theirs is shown beside what was typed here, and the next press is over it, knowingly. */
async function overtaken(form: FormData, may: May<"writeMail">): Promise<FormState> {
  const { mark, subject, body } = await readMailDraft(database(), may);
  const state = refuse(form, "changed_meanwhile");
  const refusal = state.refusal && { ...state.refusal, next: words.overtaken };
  return { ...state, refusal, values: { ...typed(form), mark, theirs: [subject, body].join("\n\n").trim() } };
}

const asked = z.object({ mail: z.string().refine(isId), agreement: z.string().max(40) });

/** Once it was shown to how many it goes. */
export async function send(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "writeMail");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(asked, formOf(form));
  if (!input.success) return refuse(form, "bad_input");
  const { mail: id, agreement } = input.data;
  const sent = await sendToGroup(database(), asker.value.may, { id, agreement }, new Date());
  if (!sent.ok) return refuse(form, sent.refusal);
  const page = `/e/${slug}/desk/mail/${id}`;
  if ("reach" in sent.value) return answerAt(page, "recounted");
  return answerAt(page, "sent", [sent.value.sent]);
}

/** One mail, or all that failed. */
export async function retry(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "writeMail");
  if (!asker.ok) return refuse(form, asker.refusal);
  const id = textOf(formOf(form).get("mail"));
  const again = await retryMail(database(), asker.value.may, id === "" ? "all" : { id }, new Date());
  if (!again.ok) return refuse(form, again.refusal);
  return answerAt(`/e/${slug}/desk/mail`, "retried", [again.value], { keep: { show: "failed" } });
}
