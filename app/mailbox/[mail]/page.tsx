import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Mail } from "#components/mailbox/mail.tsx";
import { Link } from "#components/ui/link.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { findMail } from "#db/mailbox.ts";
import { isId } from "#domain/id.ts";
import { wordsOf } from "#messages/words.ts";
import { mailboxReader } from "../reader.ts";

const common = wordsOf("common");
const mailbox = wordsOf("mailbox");

export const generateMetadata = (): Metadata => ({ title: mailbox.title, robots: { index: false } });
export const dynamic = "force-dynamic";

export default async function Page({ params }: { params: Promise<{ mail: string }> }) {
  const reader = await mailboxReader();
  const { mail: id } = await params;
  const mail = isId(id) ? await findMail(database(), reader, id) : null;
  if (!mail) notFound();
  return (
    <Phone camp={common.product} where={<Link href="/mailbox">{mailbox.back}</Link>}>
      <Mail mail={mail} />
    </Phone>
  );
}
