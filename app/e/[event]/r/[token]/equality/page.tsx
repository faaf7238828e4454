/** The equality questions, or the thanks for having answered them. Not found for whoever is not asked. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EqualityForm } from "#components/equality/form.tsx";
import { EqualityThanks } from "#components/equality/part.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { readEquality } from "#db/equality/answering.ts";
import { readStatus } from "#db/registration/status.ts";
import { wordsOf } from "#messages/words.ts";
import { answer } from "./actions.ts";

const words = wordsOf("equality");

export const generateMetadata = (): Metadata => ({
  title: words.title,
  robots: { index: false, follow: false },
});

type Props = { params: Promise<{ event: string; token: string }> };

export default async function Equality({ params }: Props) {
  const { event: slug, token } = await params;
  const now = new Date();
  const page = await readStatus(database(), token, now);
  if (!page || page.event.slug !== slug) notFound();
  const equality = await readEquality(database(), page, now);
  if (!equality) notFound();
  const own = `/e/${slug}/r/${token}`;
  return (
    <Phone camp={page.event.name} home={`/e/${slug}`}>
      {equality.answered ? (
        <EqualityThanks page={own} />
      ) : (
        <EqualityForm
          camp={page.event.name}
          asked={equality.asked}
          page={own}
          token={token}
          action={answer}
        />
      )}
    </Phone>
  );
}
