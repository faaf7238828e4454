/** One letter, with its code and its links. */
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Letter } from "#components/mailbox/letter.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { findLetter } from "#db/mailbox.ts";
import { isId } from "#domain/id.ts";
import { common } from "#messages/en/common.ts";
import { mailbox } from "#messages/en/mailbox.ts";
import { mailboxReader } from "../reader.ts";

export const metadata: Metadata = { title: mailbox.title, robots: { index: false } };
export const dynamic = "force-dynamic";

export default async function Page({ params }: { params: Promise<{ letter: string }> }) {
  const reader = await mailboxReader();
  const { letter: id } = await params;
  const letter = isId(id) ? await findLetter(database(), reader, id) : null;
  if (!letter) notFound();
  return (
    <Phone camp={common.product} where={<Link href="/mailbox">{mailbox.back}</Link>}>
      <Letter letter={letter} />
    </Phone>
  );
}
