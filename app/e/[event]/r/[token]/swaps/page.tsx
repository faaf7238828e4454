/** Where a mail about swaps leads: one button makes this browser the one that holds the place, and opens them. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { viewer } from "#app/viewer.ts";
import { OneButton } from "#components/swap/from-mail.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { readStatus } from "#db/registration/status.ts";
import { takesPart } from "#domain/registration.ts";
import { wordsOf } from "#messages/words.ts";
import { openSwaps } from "./actions.ts";

const words = wordsOf("swaps");

export const generateMetadata = (): Metadata => ({
  title: words.open.title,
  robots: { index: false, follow: false },
});

type Props = { params: Promise<{ event: string; token: string }> };

export default async function OpenSwaps({ params }: Props) {
  const { event: slug, token } = await params;
  const page = await readStatus(database(), token, new Date());
  if (!page || page.event.slug !== slug || !page.registration.proven) notFound();
  if (!takesPart(page.registration.status)) notFound();
  const { registrationId, pass } = await viewer(page.event.id);
  const { open } = words;
  const holds = !pass && registrationId === page.registration.id;
  return (
    <Phone camp={page.event.name} home={`/e/${slug}`}>
      <Heading title={open.title}>{holds ? words.lede : open.body}</Heading>
      {holds ? (
        <ButtonLink wide href={`/e/${slug}/swaps`}>
          {open.link}
        </ButtonLink>
      ) : (
        <OneButton action={openSwaps} token={token} label={open.button} pendingWords={open.sending} />
      )}
    </Phone>
  );
}
