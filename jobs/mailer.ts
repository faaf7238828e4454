import nodemailer from "nodemailer";
import { putInMailbox } from "#db/mail.ts";
import type { Transaction } from "#db/transaction.ts";
import { env } from "#env.ts";
import { type Message, PICTURE } from "./mail.ts";

/** How many mails are sent at once. */
export const AT_ONCE = 4;

/** Gets the transaction that marks the mail sent. @throws Undeliverable, or any passing fault */
export type Mailer = {
  deliver(tx: Transaction, message: Message, now: Date): Promise<void>;
  close(): void;
};

/** The receiving server will never take this message for this address. */
export class Undeliverable extends Error {
  override name = "Undeliverable";
  /** The SMTP reply code, 500 to 599 (RFC 5321, 4.2.1). */
  readonly code: number;
  constructor(code: number) {
    super(`refused with ${code}`);
    this.code = code;
  }
}

/** The mail server does not answer or does not let us in: no mail can be sent now, whoever it is for. */
export class NoAnswer extends Error {
  override name = "NoAnswer";
}

/** Writes to the table behind the mailbox page. */
export const localMailer: Mailer = { deliver: putInMailbox, close() {} };

let chosen: Mailer | undefined;

/** By SMTP where it is configured, else to the mailbox page. */
export function mailer(): Mailer {
  const { SMTP_URL, MAIL_FROM } = env();
  chosen ??= SMTP_URL ? smtpMailer(SMTP_URL, MAIL_FROM) : localMailer;
  return chosen;
}

/** How long a mail server may be silent, in milliseconds; a mail that waits for it delays others. */
const PATIENCE = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  dnsTimeout: 10_000,
  socketTimeout: 60_000,
};

/** How many mails this worker remembers the server to have taken. */
const REMEMBERED = 1_000;

/**
 * Sends through a mail server. A mail that it took, and whose mark was lost with the database, is not sent by this
 * worker again.
 * @param url `smtp://` or `smtps://`, with name and password where the server wants them
 * @param from what the From line says
 */
export function smtpMailer(url: string, from: string): Mailer {
  const domain = from.replace(/>$/, "").split("@").at(-1)!;
  const transport = nodemailer.createTransport(
    {
      url,
      pool: true,
      maxConnections: AT_ONCE,
      maxRequeues: 1,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...PATIENCE,
    },
    { from, headers: { "Auto-Submitted": "auto-generated" } },
  );
  const taken = new Set<string>();
  return {
    async deliver(_tx, { id, recipient, subject, text, html, calendar, picture, replyTo, unsubscribe }) {
      // Generated and imported people have addresses under `.invalid` (RFC 2606), which would only bounce.
      if (recipient.endsWith(".invalid") || taken.has(id)) return;
      // The address as an object: a string is parsed as a list, and a comma in it would make two recipients.
      const to = { name: "", address: recipient };
      try {
        const icalEvent = calendar
          ? { method: "PUBLISH", filename: "camp.ics", content: calendar }
          : undefined;
        await transport.sendMail({
          ...{ messageId: `<${id}@${domain}>`, to, subject, text, html, icalEvent },
          ...(picture && { attachments: [inline(picture)] }),
          ...(replyTo && { replyTo: { name: "", address: replyTo } }),
          headers: { ...namedFor(id), ...(unsubscribe && oneClick(unsubscribe)) },
        });
      } catch (error) {
        throw faultOf(error) ?? error;
      }
      taken.add(id);
      // A Set keeps the order of insertion: the first is the oldest.
      if (taken.size > REMEMBERED) taken.delete(taken.values().next().value!);
    },
    close: () => transport.close(),
  };
}

/** Shown where the HTML names it, so that nothing is fetched from anywhere. */
const inline = (content: Buffer) => ({
  ...{ filename: "ticket.png", contentType: "image/png", content },
  ...({ cid: PICTURE, contentDisposition: "inline" } as const),
});

/** By which Postmark says later which mail came back: it has Message-IDs of its own. Nobody else reads it. */
const namedFor = (id: string) => ({ "X-PM-Metadata-mail": id });

/** RFC 2369 and RFC 8058. Prepared, since nodemailer would fold an address in two. */
const oneClick = (address: string) => ({
  "List-Unsubscribe": { prepared: true, value: `<${address}>` },
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});

const UNREACHED = ["ECONNECTION", "ETIMEDOUT", "ESOCKET", "EDNS", "ETLS", "EAUTH", "ENOAUTH", "EPROTOCOL"];

/** A 5xx about the recipient or the message is final; one about our name or password is ours to mend. */
function faultOf(error: unknown): Undeliverable | NoAnswer | null {
  const {
    code = "",
    command,
    responseCode = 0,
  } = error as { code?: string; command?: string; responseCode?: number };
  const theirs = (code === "EENVELOPE" && command !== "MAIL FROM") || code === "EMESSAGE";
  if (theirs && responseCode >= 500) return new Undeliverable(responseCode);
  return UNREACHED.includes(code) ? new NoAnswer() : null;
}
