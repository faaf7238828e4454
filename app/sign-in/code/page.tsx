/** Where the six digits go, in the browser that asked for them. */
import type { Metadata } from "next";
import { viewer } from "#app/viewer.ts";
import { CodeForm } from "#components/signIn/forms.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { findAsked } from "#db/signIn.ts";
import { common } from "#messages/en/common.ts";
import { signIn as words } from "#messages/en/signIn.ts";
import { enterCode } from "../actions.ts";

export const metadata: Metadata = { title: words.code.title };

export default async function Code() {
  const { deviceId } = await viewer();
  const asked = deviceId && (await findAsked(database(), deviceId, new Date()));
  const { title, lede, gone, slow } = words.code;
  return (
    <Phone camp={common.product}>
      <Heading title={title}>{asked ? lede(asked.email) : null}</Heading>
      {asked ? (
        <>
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
