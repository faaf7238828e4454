import type { Metadata } from "next";
import { MailList } from "#components/mailbox/mail.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { listMails, NEWEST } from "#db/mailbox.ts";
import { env } from "#env.ts";
import { wordsOf } from "#messages/words.ts";
import { mailboxReader } from "./reader.ts";

const common = wordsOf("common");
const mailbox = wordsOf("mailbox");

export const generateMetadata = (): Metadata => ({ title: mailbox.title, robots: { index: false } });
export const dynamic = "force-dynamic";

export default async function Page() {
  const mails = await listMails(database(), await mailboxReader());
  return (
    <Phone camp={common.product}>
      <Heading title={mailbox.title}>
        {env().SMTP_URL ? mailbox.ledeDemo : mailbox.lede}{" "}
        {mails.length === NEWEST ? mailbox.newest(NEWEST) : null}
      </Heading>
      {mails.length > 0 ? (
        <MailList mails={mails} />
      ) : (
        <Empty title={mailbox.none.title} action={<ButtonLink href="/">{mailbox.none.home}</ButtonLink>}>
          {mailbox.none.body}
        </Empty>
      )}
    </Phone>
  );
}
