import type { Metadata } from "next";
import { connection } from "next/server";
import { UsePasskey } from "#components/passkey/using.tsx";
import { AskForm } from "#components/sign-in/forms.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { siteOf } from "#domain/passkey.ts";
import { wayBack } from "#domain/way-back.ts";
import { env } from "#env.ts";
import { wordsOf } from "#messages/words.ts";
import { ask } from "./actions.ts";
import { beginToUse, use } from "./passkeys/actions.ts";

const common = wordsOf("common");
const passkey = wordsOf("passkey");
const words = wordsOf("signIn");

export const generateMetadata = (): Metadata => ({ title: words.title });

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignIn({ searchParams }: Props) {
  // Not prerendered: which language the installation has is known only when it runs.
  await connection();
  const next = wayBack((await searchParams).next);
  return (
    <Phone camp={common.product}>
      <Heading title={words.title}>{words.lede}</Heading>
      <AskForm action={ask} next={next} />
      {siteOf(env().ORIGIN) ? (
        <>
          <p>{passkey.signIn.or}</p>
          <UsePasskey
            using={{ begin: beginToUse, action: use }}
            next={next}
            label={passkey.signIn.submit}
            quiet
          />
        </>
      ) : null}
      <p>{words.notNeeded}</p>
    </Phone>
  );
}
