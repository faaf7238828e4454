/** What is not there and what is not yours get the same page, so that it tells nobody which. */
import type { Metadata } from "next";
import { ButtonLink } from "#components/ui/button.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { wordsOf } from "#messages/words.ts";

const common = wordsOf("common");

export const generateMetadata = (): Metadata => ({ title: common.notFound.title });

export default function NotFound() {
  return (
    <Phone camp={common.product}>
      <Heading title={common.notFound.title}>{common.notFound.why}</Heading>
      <ButtonLink href="/">{common.notFound.next}</ButtonLink>
    </Phone>
  );
}
