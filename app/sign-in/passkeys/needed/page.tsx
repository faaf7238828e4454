import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { viewer } from "#app/viewer.ts";
import { AddPasskey } from "#components/passkey/adding.tsx";
import { UsePasskey } from "#components/passkey/using.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card, Stack } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { findEvent } from "#db/event.ts";
import { readStanding } from "#db/passkey.ts";
import { siteOf, whyNotAdd } from "#domain/passkey.ts";
import { wayBack } from "#domain/way-back.ts";
import { env } from "#env.ts";
import { wordsOf } from "#messages/words.ts";
import { add, beginToAdd, beginToUse, use } from "../actions.ts";

const common = wordsOf("common");
const refusal = wordsOf("refusal");
const signIn = wordsOf("signIn");
const words = wordsOf("passkey");

export const generateMetadata = (): Metadata => ({ title: words.needed.plain });

type Props = { searchParams: Promise<{ next?: string | string[] }> };

/** Where somebody is led whose camp needs a passkey of its crew: why, and using or adding one. */
export default async function PasskeyNeeded({ searchParams }: Props) {
  const next = wayBack((await searchParams).next) ?? "/desk";
  const { person, deviceId } = await viewer();
  if (!person || !deviceId) redirect(`/sign-in?next=${next}`);
  const { camp, used } = await askedBy(next);
  const who = { personId: person.id, deviceId };
  const standing = await readStanding(database(), who);
  const why = siteOf(env().ORIGIN) ? whyNotAdd(standing, new Date()) : "passkey_not_here";
  const never = why === "passkey_not_here" || why === "passkey_demo" ? why : null;
  const { needed, again } = words;
  return (
    <Phone camp={common.product}>
      <Heading title={camp ? needed.title(camp) : needed.plain}>
        {camp ? needed.why : used ? needed.nothing : null}
      </Heading>
      <Stack>
        <p>{signIn.devices.signedInAs(person.email)}</p>
        {used ? (
          <ButtonLink wide href={next}>
            {needed.on}
          </ButtonLink>
        ) : standing.passkeys > 0 && !never ? (
          <Card as="section" title={words.signIn.use}>
            <p>{needed.use}</p>
            <UsePasskey using={{ begin: beginToUse, action: use }} next={next} />
            <p>{words.lost}</p>
          </Card>
        ) : never ? (
          <Banner tone="wait" title={refusal[never].what}>
            <p>{never === "passkey_not_here" ? needed.notHere : refusal[never].next}</p>
          </Banner>
        ) : why === null ? (
          <Card as="section" title={words.add.title}>
            <p>{needed.add}</p>
            <AddPasskey
              adding={{ begin: beginToAdd, action: add }}
              next={next}
              browser={(await headers()).get("user-agent") ?? ""}
            />
          </Card>
        ) : (
          <Card as="section" title={again.title}>
            <p>{again.body}</p>
            <ButtonLink wide href={`/sign-in?next=${next}`}>
              {again.mail}
            </ButtonLink>
          </Card>
        )}
        {camp ? <p>{needed.camper}</p> : null}
        <p>
          <Link href="/desk">{signIn.devices.back}</Link>
        </p>
      </Stack>
    </Phone>
  );
}

/** The name of the camp that asks, where it asks this reader; and whether they used a passkey here. */
async function askedBy(next: string): Promise<{ camp: string | null; used: boolean }> {
  const slug = /^\/e\/([^/]+)/.exec(next)?.[1];
  const event = slug ? await findEvent(database(), slug) : null;
  const { needsPasskey, passkey } = await viewer(event?.id ?? null);
  return { camp: event && needsPasskey ? event.name : null, used: passkey };
}
