/** A mail to a group on its way: to whoever writes it first, then to everybody, once. */
import { eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { markOf } from "#db/change.ts";
import type { Database } from "#db/connection.ts";
import { lockMailDraft, type MailDraft } from "#db/group-mail/draft.ts";
import { countReach, listReached, type Whom } from "#db/group-mail/reach.ts";
import { newId } from "#db/id.ts";
import { type Mail, post } from "#db/mail.ts";
import { spend } from "#db/rate-limit.ts";
import { groupMail } from "#db/schema/group-mail.ts";
import { person } from "#db/schema/person.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { agreementOf, isCrew, type MailReach, problemsOf, willGet } from "#domain/group-mail.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/** A statement holds 65,535 values; this many mails stay far below. */
const AT_ONCE = 1_000;

/**
 * Sends what is being written to whoever asks, as its readers will get it.
 * @param mark of what they saw; refused `changed_meanwhile` when it is no longer so, `bad_input` while words are missing
 * @returns the address it goes to
 */
export async function sendTrial(
  db: Database,
  may: May<"writeMail">,
  mark: string,
  now: Date,
): Promise<Result<string, "not_found" | "changed_meanwhile" | "bad_input" | "too_many">> {
  const { eventId, personId } = may;
  type Why = "not_found" | "changed_meanwhile" | "bad_input" | "too_many";
  return transact<string, Why>(db, async (tx) => {
    const draft = await lockMailDraft(tx, may);
    if (draft.mark !== mark) return refused("changed_meanwhile");
    if (problemsOf(draft).length > 0) return refused("bad_input");
    const spent = await spend(tx, [{ limit: "trial_mail_by_person", by: personId }], now);
    if (!spent.ok) return spent;
    const [asker] = await tx
      .select({ email: person.email, name: person.name })
      .from(person)
      .where(eq(person.id, personId));
    if (!asker) return refused("not_found");
    const { subject, body } = draft;
    const facts = { name: asker.name, subject, body };
    await post(tx, { eventId, kind: "trial_mail", occasion: newId(), recipient: asker.email, facts });
    return granted(asker.email);
  });
}

/** What is asked before a mail goes out: to how many, and what agrees to exactly that. */
export type Asked = { reach: MailReach; agreement: string };

/** To whom what is being written would go now. */
export async function askReach(db: Database, may: May<"writeMail">, draft: MailDraft): Promise<Asked> {
  const reach = await countReach(db, whomOf(may, draft));
  return { reach, agreement: agreed(draft, reach) };
}

/** @property sent to how many it goes */
export type Sent = { id: string; sent: number };

type Why = "not_found" | "changed_meanwhile" | "bad_input" | "too_many";

/**
 * Sends what was written to everybody in its group to whom mail arrives and who wants it. Safe to repeat: what was sent
 * is answered as it was then.
 * @param id of the draft that was shown; refused `not_found` where there is no such mail here
 * @param agreement to exactly these words and numbers; otherwise it is asked again, and nothing is sent
 * @returns refused `too_many` when this camp has written too often
 */
export async function sendToGroup(
  db: Database,
  may: May<"writeMail">,
  { id, agreement }: { id: string; agreement: string },
  now: Date,
): Promise<Result<Sent | Asked, Why>> {
  return transact<Sent | Asked, Why>(db, async (tx) => {
    const [row] = await tx.select().from(groupMail).where(eq(groupMail.id, id)).for("update");
    if (!row || row.eventId !== may.eventId) return refused("not_found");
    if (row.sentAt) return granted({ id, sent: willGet({ ...row, all: row.everybody }) });
    const draft = await lockMailDraft(tx, may);
    if (problemsOf(draft).length > 0) return refused("bad_input");
    const whom = whomOf(may, draft);
    const reach = await countReach(tx, whom);
    if (agreed(draft, reach) !== agreement) return granted({ reach, agreement: agreed(draft, reach) });
    if (willGet(reach) === 0) return refused("bad_input");
    const spent = await spend(tx, [{ limit: "group_mail_by_camp", by: may.eventId }], now);
    if (!spent.ok) return spent;
    const sent = await postToAll(tx, whom, id);
    const counted = { everybody: reach.all, bounced: reach.bounced, unwilling: reach.unwilling };
    await tx
      .update(groupMail)
      .set({ sentAt: now, sentBy: may.personId, ...counted })
      .where(eq(groupMail.id, id));
    const entry = { eventId: may.eventId, at: now, actor: "crew" as const, actorId: may.personId };
    await record(tx, {
      ...entry,
      act: "mail_group",
      subjectId: id,
      to: draft.group,
      detail: { sent, ...reach },
    });
    return granted({ id, sent });
  });
}

/** Whoever came or went between the count and this is in the list or not: it is read once. */
async function postToAll(tx: Transaction, whom: Whom, id: string): Promise<number> {
  const people = await listReached(tx, whom);
  const mails = people.map(({ id: memberId, email, locale }): Mail => {
    const one = {
      eventId: whom.eventId,
      groupMailId: id,
      occasion: `${id}:${memberId}`,
      recipient: email,
      locale: locale ?? undefined,
    };
    return isCrew(whom.group)
      ? { ...one, kind: "crew_mail", facts: { groupMailId: id, personId: memberId } }
      : { ...one, kind: "group_mail", facts: { groupMailId: id, registrationId: memberId } };
  });
  for (let from = 0; from < mails.length; from += AT_ONCE) await post(tx, mails.slice(from, from + AT_ONCE));
  return mails.length;
}

const whomOf = ({ eventId }: May<"writeMail">, { group, sectorId }: MailDraft): Whom => ({
  eventId,
  group,
  sectorId,
});

const agreed = (draft: MailDraft, reach: MailReach) => markOf(agreementOf(draft.mark, reach));
