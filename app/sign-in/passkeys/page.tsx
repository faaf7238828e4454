import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { viewer } from "#app/viewer.ts";
import { AddPasskey } from "#components/passkey/adding.tsx";
import { Passkeys, RemovePasskey } from "#components/passkey/mine.tsx";
import { UsePasskey } from "#components/passkey/using.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card, Stack } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { isRequiredOf } from "#db/passkey/removing.ts";
import { listPasskeys, readStanding } from "#db/passkey.ts";
import { siteOf, whyNotAdd } from "#domain/passkey.ts";
import { env } from "#env.ts";
import { fullDay } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { add, beginToAdd, beginToUse, remove, use } from "./actions.ts";

const common = wordsOf("common");
const refusal = wordsOf("refusal");
const signIn = wordsOf("signIn");
const words = wordsOf("passkey");

export const generateMetadata = (): Metadata => ({ title: words.title });

type Asked = Partial<Record<"done" | "remove", string | string[]>>;

const HERE = "/sign-in/passkeys";

/** One's own passkeys: adding, and removing once it was said what that means. */
export default async function MyPasskeys({ searchParams }: { searchParams: Promise<Asked> }) {
  const { person, deviceId } = await viewer();
  if (!person || !deviceId) redirect(`/sign-in?next=${HERE}`);
  const asked = await searchParams;
  const db = database();
  const who = { personId: person.id, deviceId };
  const [keys, standing] = [await listPasskeys(db, who), await readStanding(db, who)];
  const why = siteOf(env().ORIGIN) ? whyNotAdd(standing, new Date()) : "passkey_not_here";
  const never = why === "passkey_not_here" || why === "passkey_demo" ? why : null;
  const ready = why === null || why === "passkeys_full";
  const going = ready ? keys.find(({ id }) => id === asked.remove) : undefined;
  // No camp, so no zone of its own: a day is precise enough.
  const at = { locale: readerLocale(), zone: "Europe/London" };
  return (
    <Phone camp={common.product}>
      <Heading title={words.title}>{words.lede}</Heading>
      {asked.done === "added" ? <Banner tone="good" role="status" title={words.add.done} /> : null}
      {asked.done === "gone" ? <Banner tone="good" role="status" title={words.remove.done} /> : null}
      <Stack>
        <p>{signIn.devices.signedInAs(person.email)}</p>
        {going ? (
          <RemovePasskey
            passkey={{ id: going.id, name: going.name }}
            last={keys.length === 1}
            stays={keys.length === 1 && (await isRequiredOf(db, person.id))}
            action={remove}
          />
        ) : null}
        {keys.length > 0 ? (
          <Passkeys
            removable={ready}
            keys={keys.map(({ id, name, createdAt, usedAt, here }) => ({
              ...{ id, name, here, added: fullDay(createdAt, at), used: usedAt && fullDay(usedAt, at) },
            }))}
          />
        ) : null}
        {why === null ? (
          <Card as="section" title={keys.length === 0 ? words.none.title : words.add.title}>
            <p>{keys.length === 0 ? words.none.body : words.add.second}</p>
            <AddPasskey
              adding={{ begin: beginToAdd, action: add }}
              next={null}
              browser={(await headers()).get("user-agent") ?? ""}
            />
          </Card>
        ) : null}
        {why === "passkeys_full" ? <p>{words.add.full}</p> : null}
        {never ? (
          <Banner tone="wait" title={refusal[never].what}>
            <p>{refusal[never].next}</p>
          </Banner>
        ) : null}
        {!ready && !never ? (
          <Card as="section" title={keys.length > 0 ? words.first.title : words.again.title}>
            <p>{keys.length > 0 ? words.first.body : words.again.body}</p>
            {keys.length > 0 ? (
              <>
                <UsePasskey using={{ begin: beginToUse, action: use }} next={HERE} />
                <p>{words.lost}</p>
              </>
            ) : (
              <ButtonLink wide href={`/sign-in?next=${HERE}`}>
                {words.again.mail}
              </ButtonLink>
            )}
          </Card>
        ) : null}
        <p>
          <Link href="/desk">{signIn.devices.back}</Link>
        </p>
      </Stack>
    </Phone>
  );
}
