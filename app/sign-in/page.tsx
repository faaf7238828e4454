import type { Metadata } from "next";
import { connection } from "next/server";
import { AskForm } from "#components/sign-in/forms.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { wayBack } from "#domain/way-back.ts";
import { wordsOf } from "#messages/words.ts";
import { ask } from "./actions.ts";

const common = wordsOf("common");
const words = wordsOf("signIn");

export const generateMetadata = (): Metadata => ({ title: words.title });

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignIn({ searchParams }: Props) {
  // Not prerendered: which language the installation has is known only when it runs.
  await connection();
  return (
    <Phone camp={common.product}>
      <Heading title={words.title}>{words.lede}</Heading>
      <AskForm action={ask} next={wayBack((await searchParams).next)} />
      <p>{words.notNeeded}</p>
    </Phone>
  );
}
