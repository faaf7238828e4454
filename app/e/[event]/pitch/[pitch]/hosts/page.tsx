import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { camp, viewer } from "#app/viewer.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { Answers } from "#components/pitch/answers.tsx";
import { AskHost } from "#components/pitch/hosts.tsx";
import styles from "#components/pitch/pitch.module.css";
import { QuestionsAsked } from "#components/pitch/questions-asked.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { Spotlight } from "#components/ui/spotlight.tsx";
import { worded } from "#components/ui/words.tsx";
import { database } from "#db/connection.ts";
import { listHostAsks } from "#db/pitch/host-asks.ts";
import { isPublished } from "#db/pitch/mergeable.ts";
import { listMyPitches } from "#db/pitch.ts";
import { permits } from "#domain/event.ts";
import { HOST_ASKS } from "#domain/pitch/host-ask.ts";
import { type HostedPitch, isHostless, stands } from "#domain/pitch.ts";
import { list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { ask, takeBack } from "./actions.ts";

const words = wordsOf("pitchHosts");

type Props = {
  params: Promise<{ event: string; pitch: string }>;
  /** Which question it answers, so that the next one is answered anew. */
  searchParams: Promise<{ asked?: string | string[] }>;
};

export const generateMetadata = (): Metadata => ({ title: words.title });

/** Who hosts a pitch, for whoever brought it, who asks others. Not yours is not found. */
export default async function Page({ params, searchParams }: Props) {
  const { event: slug, pitch: id } = await params;
  const event = await camp(slug);
  const { asked } = await searchParams;
  const { attendee } = await viewer(event.id);
  const db = database();
  const mine = attendee ? await listMyPitches(db, attendee) : [];
  const found = mine.find((pitch) => pitch.id === id && pitch.own && stands(pitch));
  if (attendee && !found) notFound();
  const why = !attendee
    ? words.noPlace
    : !permits(event.phase, "stand")
      ? words.closed
      : (await isPublished(db, event.id))
        ? words.settled
        : null;
  return (
    <Phone camp={event.name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current="me" />}>
      <Heading {...(found && { above: worded(found.title) })} title={words.title}>
        {found ? hostsOf(found) : null}
      </Heading>
      {found && asked ? (
        <Spotlight key={String(asked)}>
          <Banner tone="good" role="status" title={words.asked.title}>
            {words.asked.body}
          </Banner>
        </Spotlight>
      ) : null}
      {found ? (
        <Answers>
          <QuestionsAsked asks={await listHostAsks(db, [id])} act={takeBack.bind(null, slug)} />
        </Answers>
      ) : null}
      {why ? (
        <Banner title={why.title}>{why.body}</Banner>
      ) : (
        HOST_ASKS.map((kind) => <AskHost key={kind} kind={kind} action={ask.bind(null, slug, id)} />)
      )}
      <p className={styles.section}>
        <a href={`/e/${slug}/me`}>{words.back}</a>
      </p>
    </Phone>
  );
}

function hostsOf(pitch: HostedPitch): string {
  if (isHostless(pitch)) return words.nobody;
  const hosts = list(pitch.hosts, readerLocale());
  return pitch.hosts.length > 1 ? words.now(hosts) : words.alone(hosts);
}
