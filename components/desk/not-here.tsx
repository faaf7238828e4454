"use client";

import { useSnapshot } from "#components/live/provider.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { wordsOf } from "#messages/words.ts";

const { notHere: words } = wordsOf("desk");

/** In the place of a page of the desk that is not there, or not this reader's: the way to what is. */
export function NotHere() {
  const { event } = useSnapshot();
  return (
    <Phone camp={event.name} home={`/e/${event.slug}`}>
      <Heading title={words.title}>{words.why}</Heading>
      <ButtonLink href={`/e/${event.slug}/desk`}>{words.next}</ButtonLink>
    </Phone>
  );
}
