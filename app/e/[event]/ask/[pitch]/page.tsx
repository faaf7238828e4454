import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { camp, viewer } from "#app/viewer.ts";
import { placeOf } from "#components/event/place.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { AskForChange } from "#components/request/ask.tsx";
import { OpenRequests } from "#components/request/open.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Card, Stack } from "#components/ui/card.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { Spotlight } from "#components/ui/spotlight.tsx";
import { database } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { newId } from "#db/id.ts";
import { listRequestsOf } from "#db/session-request/reading.ts";
import { permits } from "#domain/event.ts";
import { atOnce, mayAsk, REQUEST_KINDS } from "#domain/session-request.ts";
import { showingsOf } from "#domain/telling.ts";
import { onSeveralDays } from "#domain/time/date.ts";
import { timeOn } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { askForChange, standBehind } from "./actions.ts";

const words = wordsOf("sessionRequest");

type Props = {
  params: Promise<{ event: string; pitch: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

const said = z.enum(["asked", "backed", "stopped"]).nullable().catch(null);

export const generateMetadata = (): Metadata => ({ title: words.title });

/** What may be asked of a session of the grid that is out, and what others ask of it. */
export default async function Page({ params, searchParams }: Props) {
  const { event: slug, pitch: id } = await params;
  const event = await camp(slug);
  const { attendee } = await viewer(event.id);
  const grid = await readGrid(database(), event.id);
  const session = grid?.sessions.find((pitch) => pitch.id === id);
  if (attendee && !session) notFound();
  const done = said.parse((await searchParams).done ?? null);
  const now = new Date();
  const open = permits(event.phase, "publish");
  const frame = { camp: event.name, home: `/e/${slug}`, tabs: <CampTabs slug={slug} current="grid" /> };
  if (!attendee || !session || !grid || !open)
    return (
      <Phone {...frame}>
        <Stack>
          <Heading title={words.title} />
          <Banner role="status" title={open ? words.noPlace.title : words.closed.title}>
            {open ? words.noPlace.body : words.closed.body}
          </Banner>
          <Back slug={slug} />
        </Stack>
      </Phone>
    );
  const place = placeOf(event);
  const several = onSeveralDays(grid.slots, place.zone);
  const titles = new Map(grid.sessions.map((pitch) => [pitch.id, pitch.title]));
  const requests = await listRequestsOf(database(), attendee, id, now);
  const kinds = REQUEST_KINDS.filter((kind) =>
    mayAsk({ kind, pitchId: id, otherId: null }, grid, now.getTime()),
  );
  const beside = atOnce(grid, id, now.getTime()).map((it) => ({ id: it, title: titles.get(it) ?? "" }));
  return (
    <Phone {...frame}>
      <Stack>
        <Heading title={words.title}>{words.lede}</Heading>
        {done ? (
          <Spotlight>
            <Banner tone="good" role="status" title={words.done[done].title}>
              {words.done[done].body}
            </Banner>
          </Spotlight>
        ) : null}
        <Card title={session.title}>
          {(showingsOf(grid).get(id) ?? []).map(({ room, startsAt }) => (
            <p key={startsAt}>{words.where(room, timeOn(startsAt, several, place))}</p>
          ))}
        </Card>
        <OpenRequests
          {...{ requests, about: id }}
          titleOf={Object.fromEntries(titles)}
          stand={standBehind.bind(null, slug, id)}
        />
        {kinds.length + beside.length > 0 ? (
          <AskForChange id={newId()} action={askForChange.bind(null, slug, id)} {...{ kinds, beside }} />
        ) : (
          <p>{words.nothing}</p>
        )}
        <Back slug={slug} />
      </Stack>
    </Phone>
  );
}

const Back = ({ slug }: { slug: string }) => (
  <p>
    <a href={`/e/${slug}/grid`}>{words.toGrid}</a>
  </p>
);
