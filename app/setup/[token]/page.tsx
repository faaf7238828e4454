/** What the first start's link opens. Opening it changes nothing. */
import type { Metadata } from "next";
import { SetupForm } from "#components/sign-in/forms.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { isSetupLinkGood } from "#db/setup.ts";
import { wordsOf } from "#messages/words.ts";
import { becomeOwner } from "../actions.ts";

const common = wordsOf("common");
const signIn = wordsOf("signIn");

const words = signIn.setup;

export const generateMetadata = (): Metadata => ({
  title: words.title,
  referrer: "same-origin",
  robots: { index: false },
});

export default async function Setup({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const good = await isSetupLinkGood(database(), token, new Date());
  return (
    <Phone camp={common.product}>
      <Heading title={words.title}>{good ? words.lede : null}</Heading>
      {good ? (
        <SetupForm action={becomeOwner} token={token} />
      ) : (
        <Empty title={words.gone.title} action={<ButtonLink href="/sign-in">{words.gone.next}</ButtonLink>}>
          {words.gone.body}
        </Empty>
      )}
    </Phone>
  );
}
