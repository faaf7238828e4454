import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { camp, viewer } from "#app/viewer.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { Meta } from "#components/pitch/meta.tsx";
import { ReportPitch } from "#components/pitch/report.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Card, Stack } from "#components/ui/card.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { Spotlight } from "#components/ui/spotlight.tsx";
import { worded } from "#components/ui/words.tsx";
import { database } from "#db/connection.ts";
import { hasReported } from "#db/pitch/report.ts";
import { listPitches } from "#db/pitch.ts";
import { permits } from "#domain/event.ts";
import { wordsOf } from "#messages/words.ts";
import { report } from "./actions.ts";

const words = wordsOf("pitchReport");

type Props = {
  params: Promise<{ event: string; pitch: string }>;
  searchParams: Promise<{ sent?: string | string[] }>;
};

export const generateMetadata = (): Metadata => ({ title: words.title });

/** A pitch that somebody thinks does not belong. Of one that is not listed strangers find nothing here either. */
export default async function Page({ params, searchParams }: Props) {
  const { event: slug, pitch: id } = await params;
  const event = await camp(slug);
  const { attendee } = await viewer(event.id);
  const found = attendee && (await listPitches(database(), event.id)).find((pitch) => pitch.id === id);
  if (attendee && !found) notFound();
  const open = permits(event.phase, "report");
  return (
    <Phone camp={event.name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current="pitches" />}>
      {attendee && found && (await hasReported(database(), attendee, id)) ? (
        <Outcome slug={slug} tone="good" {...words.done} answers={(await searchParams).sent !== undefined} />
      ) : attendee && found && open ? (
        <Stack>
          <Heading title={words.title}>{words.lede}</Heading>
          <Card title={found.title}>
            {found.line ? <p>{worded(found.line)}</p> : null}
            <p>
              <Meta pitch={found} />
            </p>
          </Card>
          <p>{words.unnamed}</p>
          <ReportPitch action={report.bind(null, slug, id)} />
          <p>{words.urgent}</p>
          <p>
            <a href={`/e/${slug}/pitches`}>{words.back}</a>
          </p>
        </Stack>
      ) : (
        <Outcome slug={slug} {...(open ? words.noPlace : words.closed)} />
      )}
    </Phone>
  );
}

type OutcomeProps = {
  slug: string;
  tone?: "good";
  title: string;
  body: string;
  /** It answers what was just sent, and takes the focus. */
  answers?: boolean;
};

function Outcome({ slug, tone, title, body, answers }: OutcomeProps) {
  const banner = (
    <Banner {...(tone && { tone })} role="status" title={title}>
      {body}
    </Banner>
  );
  return (
    <Stack>
      <Heading title={words.title} />
      {answers ? <Spotlight>{banner}</Spotlight> : banner}
      <p>
        <a href={`/e/${slug}/pitches`}>{words.back}</a>
      </p>
    </Stack>
  );
}
