import { notFound } from "next/navigation";
import { camp, viewer } from "#app/viewer.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { ReportLink } from "#components/round-up/report.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { Spotlight } from "#components/ui/spotlight.tsx";
import { wordsOf } from "#messages/words.ts";
import { readRoundUp } from "../../linked.ts";
import { report } from "../actions.ts";

const words = wordsOf("roundUp");

type Props = {
  params: Promise<{ event: string }>;
  searchParams: Promise<{ link?: string | string[]; sent?: string | string[] }>;
};

export const generateMetadata = () => ({ title: words.reporting.title, robots: { index: false } });

/** A link that somebody thinks does not belong. */
export default async function ReportLinkPage({ params, searchParams }: Props) {
  const event = await camp((await params).event);
  const { slug, name, id } = event;
  const asked = await searchParams;
  const [groups, { attendee }] = await Promise.all([readRoundUp(event), viewer(id)]);
  const link = groups.flatMap(({ links }) => links).find((one) => one.id === asked.link);
  if (!link) notFound();
  const back = <ButtonLink href={`/e/${slug}/round-up`}>{words.form.back}</ButtonLink>;
  const { closed, done, reporting } = words;
  return (
    <Phone camp={name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current={null} />}>
      {!attendee ? (
        <Empty title={closed.noPlace} action={back}>
          {closed.noPlaceBody}
        </Empty>
      ) : asked.sent !== undefined ? (
        <>
          <Heading title={reporting.title} />
          <Spotlight>
            <Banner tone="good" role="status" title={done.reported} action={back}>
              <p>{done.reportedNext}</p>
            </Banner>
          </Spotlight>
        </>
      ) : (
        <>
          <Heading title={reporting.title}>{reporting.lede}</Heading>
          <ReportLink link={link} action={report.bind(null, slug)} />
          <p>{back}</p>
        </>
      )}
    </Phone>
  );
}
