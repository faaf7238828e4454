/** Where somebody is who took a second address away by a link that went there: it has ended with it. */
import type { Metadata } from "next";
import { camp } from "#app/viewer.ts";
import { Forgotten } from "#components/registration/forgotten.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { wordsOf } from "#messages/words.ts";

const { removed: words } = wordsOf("secondAddress");

export const generateMetadata = (): Metadata => ({
  title: words.title,
  robots: { index: false, follow: false },
});

export default async function SecondRemoved({ params }: { params: Promise<{ event: string }> }) {
  const { slug, name } = await camp((await params).event);
  return (
    <Phone camp={name} home={`/e/${slug}`}>
      <Forgotten slug={slug} />
      <Heading title={words.title}>{words.body}</Heading>
      <ButtonLink wide kind="quiet" href={`/e/${slug}`}>
        {words.camp}
      </ButtonLink>
    </Phone>
  );
}
