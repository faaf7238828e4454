/** Behind “I want no more such mail”: one button, and the way back. Opening it changes nothing. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import styles from "#components/group-mail/group-mail.module.css";
import { Willingness } from "#components/group-mail/willingness.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { readUnsubscribe } from "#db/group-mail/unwilling.ts";
import { wordsOf } from "#messages/words.ts";
import { resume, stop } from "./actions.ts";

const words = wordsOf("unsubscribe");

export const generateMetadata = (): Metadata => ({
  title: words.title,
  robots: { index: false, follow: false },
});

type Props = { params: Promise<{ event: string; token: string }> };

export default async function Unsubscribe({ params }: Props) {
  const { event: slug, token } = await params;
  const page = await readUnsubscribe(database(), token, new Date());
  if (!page || page.slug !== slug) notFound();
  const { camp, email, wantsNone } = page;
  return (
    <Phone camp={camp} home={`/e/${slug}`}>
      <div className={styles.page}>
        <h1>{wantsNone ? words.none.title : words.title}</h1>
        <p>{wantsNone ? words.none.body(camp) : words.wanted(camp)}</p>
        <p>
          <strong>{email}</strong>
        </p>
        <p>{words.stays}</p>
        <Willingness token={token} wantsNone={wantsNone} action={wantsNone ? resume : stop} />
      </div>
    </Phone>
  );
}
