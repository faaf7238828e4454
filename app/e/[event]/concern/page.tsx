/** Telling one of those named in the code of conduct what happened. */
import type { Metadata } from "next";
import { camp } from "#app/viewer.ts";
import { ConcernForm } from "#components/camp-page/concern.tsx";
import { CampTabs } from "#components/event/tabs.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Stack } from "#components/ui/card.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { Spotlight } from "#components/ui/spotlight.tsx";
import { database } from "#db/connection.ts";
import { listContacts } from "#db/contact.ts";
import { newId } from "#db/id.ts";
import { staysHere } from "#db/mail.ts";
import { env } from "#env.ts";
import { wordsOf } from "#messages/words.ts";
import { tell } from "./actions.ts";

const { concern: words } = wordsOf("campPage");

type Props = { params: Promise<{ event: string }>; searchParams: Promise<{ sent?: string | string[] }> };

export const generateMetadata = (): Metadata => ({ title: words.title, robots: { index: false } });

export default async function Page({ params, searchParams }: Props) {
  const { name, slug, id } = await camp((await params).event);
  const contacts = (await listContacts(database(), id)).map((it) => ({ id: it.id, name: it.name }));
  const local = !env().SMTP_URL || (await staysHere(database(), { eventId: id, recipient: "" }));
  const sent = (await searchParams).sent !== undefined;
  return (
    <Phone camp={name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current={null} />}>
      <Stack>
        <Heading title={words.title}>{sent || local || contacts.length === 0 ? null : words.lede}</Heading>
        {local && contacts.length > 0 ? (
          <Banner tone="wait" title={words.local.title}>
            {words.local.body}
          </Banner>
        ) : null}
        {sent && local ? null : sent ? (
          <Spotlight>
            <Banner tone="good" role="status" title={words.done.title}>
              {words.done.body}
            </Banner>
          </Spotlight>
        ) : contacts.length === 0 ? (
          <Banner title={words.nobody.title}>{words.nobody.body}</Banner>
        ) : (
          <>
            <p>{words.urgent}</p>
            <ConcernForm action={tell.bind(null, slug)} contacts={contacts} id={newId()} />
          </>
        )}
        <p>
          <a href={`/e/${slug}/about/conduct`}>{words.back}</a>
        </p>
      </Stack>
    </Phone>
  );
}
