import "server-only";
import { notFound } from "next/navigation";
import { viewer } from "#app/viewer.ts";
import type { Reader } from "#db/mailbox.ts";
import { env } from "#env.ts";

const OWN_MACHINE = /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * Who may open the mailbox. Without a mail server all mail is here, for owners only; with one, only what a demo would
 * have sent. A demo shows its own mail to everybody; on your own machine that includes mail to owners, since it was
 * sent to you.
 */
export async function mailboxReader(): Promise<Reader> {
  const { SMTP_URL, DEMO, ORIGIN } = env();
  if (SMTP_URL && !DEMO) notFound();
  if ((await viewer()).owner) return "owner";
  if (!DEMO) notFound();
  return OWN_MACHINE.test(ORIGIN) ? "owner" : "strangers";
}
