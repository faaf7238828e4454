/** What people wrote, drew and kept of the camp elsewhere; for whoever brought links, theirs to take out. */
import type { Metadata } from "next";
import { camp, viewer } from "#app/viewer.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { LinkGroups } from "#components/round-up/groups.tsx";
import { OwnLinks } from "#components/round-up/own.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { Spotlight } from "#components/ui/spotlight.tsx";
import { database } from "#db/connection.ts";
import { listOwnLinks } from "#db/round-up.ts";
import { permits } from "#domain/event.ts";
import { wordsOf } from "#messages/words.ts";
import { readRoundUp } from "../linked.ts";
import { takeOut } from "./actions.ts";

const words = wordsOf("roundUp");

type Props = { params: Promise<{ event: string }>; searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name, slug } = await camp((await params).event);
  const types = {
    "application/atom+xml": `/e/${slug}/round-up.atom`,
    "application/rss+xml": `/e/${slug}/round-up.rss`,
  };
  return { title: words.titleOf(name), alternates: { types } };
}

export default async function RoundUpPage({ params, searchParams }: Props) {
  const event = await camp((await params).event);
  const { slug, name, id, phase } = event;
  const [groups, { attendee }] = await Promise.all([readRoundUp(event), viewer(id)]);
  const own = attendee ? await listOwnLinks(database(), attendee) : [];
  const { done } = await searchParams;
  const open = permits(phase, "addLink");
  const { none, elsewhere } = words;
  return (
    <Phone camp={name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current={null} />}>
      <Heading title={words.title}>{words.lede}</Heading>
      {done === "added" || done === "out" ? (
        <Spotlight>
          <p role="status">{words.done[done]}</p>
        </Spotlight>
      ) : null}
      {groups.length === 0 ? (
        <Empty title={none.title}>{open ? none.body : none.closed}</Empty>
      ) : (
        <LinkGroups groups={groups} report={attendee ? `/e/${slug}/round-up/report` : null} />
      )}
      {open ? (
        <p>
          <ButtonLink href={`/e/${slug}/round-up/add`}>{words.add}</ButtonLink>
        </p>
      ) : null}
      {own.length > 0 ? <OwnLinks links={own} remove={takeOut.bind(null, slug)} /> : null}
      <h2>{elsewhere.title}</h2>
      <ul>
        {(["txt", "atom", "rss"] as const).map((form) => (
          <li key={form}>
            <a href={`/e/${slug}/round-up.${form}`}>{elsewhere[form === "txt" ? "text" : form]}</a>
          </li>
        ))}
      </ul>
    </Phone>
  );
}
