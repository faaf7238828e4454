/** What a mail service tells of a mail it took: that it came back for good, or that its reader called it spam. */
import { emailAddress } from "#domain/email-address.ts";
import { isId } from "#domain/id.ts";

export type MailReport = {
  what: "bounce" | "complaint";
  /** Of the outbox, where the service gave it back; else null. */
  mailId: string | null;
  /** In compared form. */
  email: string;
  /** When it happened, in milliseconds since 1970; null where the service did not say. */
  at: number | null;
};

export const REPORT_SHAPES = ["signed", "postmark", "ses"] as const;
export type ReportShape = (typeof REPORT_SHAPES)[number];

/** @returns none for what is no report of ours, such as a mail that was delivered or one that is tried again */
export function readReports(shape: ReportShape, sent: unknown): MailReport[] {
  return { signed: readSigned, postmark: readPostmark, ses: readSes }[shape](sent);
}

/** A part of something that may be anything. */
function part(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null && Object.hasOwn(of, name)
    ? (of as Record<string, unknown>)[name]
    : undefined;
}

const items = (list: unknown): readonly unknown[] => (Array.isArray(list) ? list : []);

/** The id in a Message-ID of ours, `<id@domain>`, or alone. */
function idIn(text: unknown): string | null {
  const id =
    typeof text === "string" ? /^<?([0-9a-f-]{36})(?:@[^<>]*)?>?$/.exec(text.trim())?.[1] : undefined;
  return id !== undefined && isId(id) ? id : null;
}

function instantIn(text: unknown): number | null {
  const at = typeof text === "string" ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

function report(
  what: MailReport["what"],
  { email, mailId, at }: { email: unknown; mailId: unknown; at: unknown },
): MailReport[] {
  const address = typeof email === "string" ? emailAddress(email) : null;
  return address === null ? [] : [{ what, email: address, mailId: idIn(mailId), at: instantIn(at) }];
}

/** `{"type": "bounce", "email": "…", "messageId": "…", "at": "…"}`, the last two where they are known. */
function readSigned(sent: unknown): MailReport[] {
  const what = part(sent, "type");
  if (what !== "bounce" && what !== "complaint") return [];
  const [email, mailId, at] = ["email", "messageId", "at"].map((name) => part(sent, name));
  return report(what, { email, mailId, at });
}

/** Of Postmark's many kinds of bounces those after which it writes to the address no more. */
const FOR_GOOD = ["HardBounce", "BadEmailAddress"];

function readPostmark(sent: unknown): MailReport[] {
  const kind = part(sent, "RecordType");
  const told = {
    email: part(sent, "Email"),
    mailId: part(part(sent, "Metadata"), "mail"),
    at: part(sent, "BouncedAt"),
  };
  if (kind === "SpamComplaint") return report("complaint", told);
  return kind === "Bounce" && FOR_GOOD.includes(String(part(sent, "Type"))) ? report("bounce", told) : [];
}

/** The headers of a mail of ours that say which it is; SES gives mail a Message-ID of its own. */
const OURS = ["message-id", "x-pm-metadata-mail"];

/** In an envelope of SNS, or without one where raw delivery is on. */
function readSes(sent: unknown): MailReport[] {
  const inside = part(sent, "Message");
  const told = typeof inside === "string" ? parsed(inside) : sent;
  const kind = part(told, "notificationType") ?? part(told, "eventType");
  const headers = items(part(part(told, "mail"), "headers"));
  const named = (it: unknown) => OURS.includes(String(part(it, "name")).toLowerCase());
  const mailId = headers
    .filter(named)
    .map((it) => part(it, "value"))
    .find((value) => idIn(value) !== null);
  const all = (what: MailReport["what"], about: unknown, people: unknown) =>
    items(people).flatMap((it) =>
      report(what, { email: part(it, "emailAddress"), mailId, at: part(about, "timestamp") }),
    );
  const bounce = part(told, "bounce");
  if (kind === "Bounce" && part(bounce, "bounceType") === "Permanent")
    return all("bounce", bounce, part(bounce, "bouncedRecipients"));
  const complaint = part(told, "complaint");
  return kind === "Complaint" ? all("complaint", complaint, part(complaint, "complainedRecipients")) : [];
}

/** Where somebody confirms by hand that SNS may write here; null where this is no such question of theirs. */
export function confirmationIn(sent: unknown): string | null {
  const url = part(sent, "SubscribeURL");
  if (part(sent, "Type") !== "SubscriptionConfirmation" || typeof url !== "string" || !URL.canParse(url))
    return null;
  const { protocol, hostname, href } = new URL(url);
  return protocol === "https:" && /^sns\.[a-z0-9-]+\.amazonaws\.com$/.test(hostname) ? href : null;
}

/** Null for what is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** How old a signature may be, in seconds; clocks differ as much the other way. */
const FRESH = 5 * 60;

/** The instant and the signature in `t=1782300000,v1=…`; null for anything else, and for one that is not fresh. */
export function signatureIn(header: unknown, now: number): { t: string; v1: string } | null {
  const [, t = "", v1 = ""] =
    typeof header === "string" ? (/^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) ?? []) : [];
  return t !== "" && Math.abs(now / 1_000 - Number(t)) <= FRESH ? { t, v1 } : null;
}
