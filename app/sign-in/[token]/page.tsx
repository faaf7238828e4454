/** What the link in the mail opens: a page with one button. Opening it changes nothing. */
import type { Metadata } from "next";
import { LinkForm } from "#components/sign-in/forms.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { isLinkGood } from "#db/sign-in.ts";
import { wordsOf } from "#messages/words.ts";
import { openLink } from "../actions.ts";

const common = wordsOf("common");
const signIn = wordsOf("signIn");

const words = signIn.link;

// The address is a secret that no other site may learn. Not "no-referrer": the form would then send `Origin: null`.
export const generateMetadata = (): Metadata => ({
  title: words.title,
  referrer: "same-origin",
  robots: { index: false },
});

export default async function SignInLink({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const good = await isLinkGood(database(), token, new Date());
  return (
    <Phone camp={common.product}>
      <Heading title={words.title}>{good ? words.lede : null}</Heading>
      {good ? (
        <LinkForm action={openLink} token={token} />
      ) : (
        <Empty title={words.gone.title} action={<ButtonLink href="/sign-in">{words.gone.next}</ButtonLink>}>
          {words.gone.body}
        </Empty>
      )}
    </Phone>
  );
}
