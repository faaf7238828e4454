import { camp, viewer } from "#app/viewer.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { LinkForm } from "#components/round-up/form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { newId } from "#db/id.ts";
import { permits, wentBy } from "#domain/event.ts";
import { wordsOf } from "#messages/words.ts";
import { readTopics } from "../../linked.ts";
import type { CampProps } from "../../title.ts";
import { add } from "../actions.ts";

const words = wordsOf("roundUp");

export const generateMetadata = () => ({ title: words.form.title, robots: { index: false } });

/** For whoever has a place, while links are gathered. */
export default async function AddLinkPage({ params }: CampProps) {
  const event = await camp((await params).event);
  const { slug, name, phase } = event;
  const { attendee } = await viewer(event.id);
  const { form, closed } = words;
  const back = <ButtonLink href={`/e/${slug}/round-up`}>{form.back}</ButtonLink>;
  return (
    <Phone camp={name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current={null} />}>
      {!permits(phase, "addLink") ? (
        <Empty title={closed.title} action={back}>
          {wentBy(phase) ? closed.over : closed.body}
        </Empty>
      ) : attendee ? (
        <>
          <Heading title={form.title}>{form.lede}</Heading>
          <LinkForm action={add.bind(null, slug)} topics={await readTopics(event)} fresh={newId()} />
        </>
      ) : (
        <Empty title={closed.noPlace} action={back}>
          {closed.noPlaceBody}
        </Empty>
      )}
    </Phone>
  );
}
