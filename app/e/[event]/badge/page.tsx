import type { Metadata } from "next";
import { camp } from "#app/viewer.ts";
import { BadgeForm } from "#components/event/badge.tsx";
import { CampTabs } from "#components/event/tabs.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { permits } from "#domain/event.ts";
import { wordsOf } from "#messages/words.ts";
import type { CampProps } from "../title.ts";
import { comeIn } from "./actions.ts";

const words = wordsOf("badge");

export async function generateMetadata({ params }: CampProps): Promise<Metadata> {
  const event = await camp((await params).event);
  return { title: { absolute: `${words.title} · ${event.name}` }, robots: { index: false } };
}

export default async function Page({ params }: CampProps) {
  const { event: slug } = await params;
  const event = await camp(slug);
  const { closed } = words;
  return (
    <Phone camp={event.name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current="me" />}>
      {permits(event.phase, "attend") ? (
        <>
          <Heading title={words.title}>{words.lede}</Heading>
          <BadgeForm action={comeIn.bind(null, slug)} />
        </>
      ) : (
        <Empty title={closed.title} action={<ButtonLink href={`/e/${slug}`}>{closed.back}</ButtonLink>}>
          {closed.body}
        </Empty>
      )}
    </Phone>
  );
}
