import type { Metadata } from "next";
import { viewer } from "#app/viewer.ts";
import { CodeForm } from "#components/sign-in/forms.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { isMailHeld } from "#db/mail.ts";
import { findAsked } from "#db/sign-in.ts";
import { wordsOf } from "#messages/words.ts";
import { enterCode } from "../actions.ts";

const common = wordsOf("common");
const words = wordsOf("signIn");

export const generateMetadata = (): Metadata => ({ title: words.code.title });

export default async function Code() {
  const { deviceId } = await viewer();
  const asked = deviceId && (await findAsked(database(), deviceId, new Date()));
  // Asked of all mail, not of this one, which would tell who is known.
  const held = asked && (await isMailHeld(database()));
  const { title, lede, gone, slow } = words.code;
  return (
    <Phone camp={common.product}>
      <Heading title={title}>{asked ? lede(asked.email) : null}</Heading>
      {asked ? (
        <>
          {held ? (
            <Banner tone="wait" title={words.code.held.title}>
              <p>{words.code.held.body}</p>
            </Banner>
          ) : null}
          <CodeForm action={enterCode} />
          <p>{slow}</p>
        </>
      ) : (
        <Empty title={gone.title} action={<ButtonLink href="/sign-in">{gone.next}</ButtonLink>}>
          {gone.body}
        </Empty>
      )}
    </Phone>
  );
}
