/** How it was: five questions, or the thanks for having answered them. */
import { camp, viewer } from "#app/viewer.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { FeedbackForm } from "#components/feedback/form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { Spotlight } from "#components/ui/spotlight.tsx";
import { database } from "#db/connection.ts";
import { hasGivenFeedback } from "#db/feedback/giving.ts";
import { type EventView, isHalted, permits, wentBy } from "#domain/event.ts";
import { isAtLastDay } from "#domain/life.ts";
import { wordsOf } from "#messages/words.ts";
import type { CampProps } from "../title.ts";
import { give } from "./actions.ts";

const words = wordsOf("feedback");

export const generateMetadata = () => ({ title: words.title, robots: { index: false } });

export default async function Page({ params }: CampProps) {
  const event = await camp((await params).event);
  const { slug, name, id } = event;
  // Once a phone: of several days it is asked about all of them.
  const asks = permits(event.phase, "giveFeedback") && isAtLastDay(event);
  const given = await hasGivenFeedback(database(), id, (await viewer(id)).deviceId);
  return (
    <Phone camp={name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current={null} />}>
      {given ? <Thanks slug={slug} /> : asks ? <Asking slug={slug} /> : <Closed event={event} />}
    </Phone>
  );
}

function Asking({ slug }: { slug: string }) {
  return (
    <>
      <Heading title={words.title}>{words.lede}</Heading>
      <FeedbackForm action={give.bind(null, slug)} />
    </>
  );
}

function Thanks({ slug }: { slug: string }) {
  const { thanks } = words;
  return (
    <>
      <Heading title={words.title} />
      <Spotlight>
        <Banner
          tone="good"
          role="status"
          title={thanks.title}
          action={<ButtonLink href={`/e/${slug}/feedback/results`}>{thanks.see}</ButtonLink>}
        >
          <p>{thanks.body}</p>
        </Banner>
      </Spotlight>
      <p>
        <a href={`/e/${slug}/write-up`}>{thanks.writeUp}</a>
      </p>
    </>
  );
}

function Closed({ event: { slug, phase } }: { event: EventView }) {
  const { closed, thanks } = words;
  const over = wentBy(phase);
  const halted = isHalted(phase);
  return (
    <Empty
      title={halted ? closed.halted : over ? closed.over : closed.title}
      action={
        <ButtonLink href={over ? `/e/${slug}/feedback/results` : `/e/${slug}`}>
          {over ? thanks.see : closed.back}
        </ButtonLink>
      }
    >
      {over || halted ? null : closed.body}
    </Empty>
  );
}
