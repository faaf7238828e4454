/** Whether a swap took place: asked once by mail, and answered with one button. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OneButton } from "#components/swap/from-mail.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { readStatus } from "#db/registration/status.ts";
import { readDone } from "#db/swap/done.ts";
import { isId } from "#domain/id.ts";
import { wordsOf } from "#messages/words.ts";
import { tookPlace } from "../actions.ts";

const { tookPlace: words } = wordsOf("swaps");

export const generateMetadata = (): Metadata => ({
  title: words.title,
  robots: { index: false, follow: false },
});

type Props = { params: Promise<{ event: string; token: string; swap: string }> };

export default async function TookPlace({ params }: Props) {
  const { event: slug, token, swap } = await params;
  const page = await readStatus(database(), token, new Date());
  if (!page || page.event.slug !== slug || !isId(swap)) notFound();
  const known = await readDone(database(), page, swap);
  if (!known) notFound();
  return (
    <Phone camp={page.event.name} home={`/e/${slug}`}>
      <Heading title={words.title}>{words.body}</Heading>
      {known.done ? (
        <Banner tone="good" role="status" title={words.thanks} />
      ) : (
        <OneButton
          action={tookPlace}
          {...{ token, id: swap }}
          label={words.button}
          pendingWords={words.sending}
        />
      )}
    </Phone>
  );
}
