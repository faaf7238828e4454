/** Where somebody is once what was held of them is gone. */
import type { Metadata } from "next";
import { camp } from "#app/viewer.ts";
import { Forgotten } from "#components/registration/forgotten.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("privacy");

export const generateMetadata = (): Metadata => ({
  title: words.deleted.title,
  robots: { index: false, follow: false },
});

export default async function Deleted({ params }: { params: Promise<{ event: string }> }) {
  const { slug, name } = await camp((await params).event);
  return (
    <Phone camp={name} home={`/e/${slug}`}>
      <Forgotten slug={slug} />
      <Heading title={words.deleted.title}>{words.deleted.body}</Heading>
      <ButtonLink wide kind="quiet" href={`/e/${slug}`}>
        {words.deleted.camp}
      </ButtonLink>
    </Phone>
  );
}
