import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { type Answered, Said } from "#components/desk/said.tsx";
import { momentOf } from "#components/event/opening.tsx";
import { DrawPanel } from "#components/people/draw.tsx";
import { IdleAlarm, Mix } from "#components/people/head.tsx";
import { PeopleList } from "#components/people/list.tsx";
import { FollowPeople, LiveNumbers } from "#components/people/live.tsx";
import { OfferFree } from "#components/people/offer.tsx";
import { offeredAnswer } from "#components/people/offered.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { database } from "#db/connection.ts";
import { readPeopleCounts } from "#db/people.ts";
import { listPeople, readNext, readSummary } from "#db/people-list.ts";
import { isOfferHour } from "#db/registration/waiting.ts";
import { listDraws } from "#db/release/draw.ts";
import { permits } from "#domain/event.ts";
import { pageNumber } from "#domain/paging.ts";
import { GROUPS, type Group } from "#domain/people.ts";
import { mayOf } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { type Heard, heardFrom, type SearchParams } from "../said.ts";
import { find, makeTheDraw, offer } from "./actions.ts";

const words = wordsOf("people");
const imports = wordsOf("peopleImport");
const release = wordsOf("release");

export const generateMetadata = (): Metadata => ({ title: words.title });

function answeredOf(heard: Heard | null): Answered | null {
  if (heard?.code === "places-offered") return offeredAnswer(heard.numbers);
  return heard?.code === "drawn" ? { title: release.desk.done(heard.numbers[0] ?? 0) } : null;
}

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

export default async function People({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, crew, may } = await mayAt(slug, "seePeople");
  const asked = await searchParams;
  const heard = heardFrom(asked);
  const group = GROUPS.find((name): name is Group => name === asked.show) ?? "line";
  const db = database();
  const list = await listPeople(db, may, group, pageNumber(asked.page));
  const { groups, ...mix } = await readSummary(db, may);
  const counts = await readPeopleCounts(db, event.id);
  const canOffer =
    mayOf(crew, "movePeople") && counts.free > 0 && counts.ready > 0 && permits(event.phase, "offer");
  const now = new Date();
  const draws = (await listDraws(db, event.id)).filter(({ drawnAt }) => drawnAt === null);
  const awake = await isOfferHour(db, event, now);
  return (
    <DeskFrame
      slug={slug}
      at="people"
      title={words.title}
      actions={
        <>
          <ButtonLink kind="quiet" icon="download" href={`/e/${slug}/desk/people/csv`} download>
            {words.download}
          </ButtonLink>
          {mayOf(crew, "movePeople") ? (
            <ButtonLink kind="quiet" href={`/e/${slug}/desk/people/import`}>
              {imports.link}
            </ButtonLink>
          ) : null}
          {canOffer ? <OfferFree free={counts.free} show={group} action={offer.bind(null, slug)} /> : null}
        </>
      }
    >
      <Said answered={answeredOf(heard)} at={heard?.at ?? ""} />
      <IdleAlarm since={awake ? counts.idleSince : null} now={now.getTime()} />
      <LiveNumbers first={counts} />
      {draws.map((draw) => (
        <DrawPanel
          key={draw.id}
          draw={draw}
          closes={momentOf(draw.closesAt, event)}
          page={`/e/${slug}/draw`}
          action={mayOf(crew, "movePeople") ? makeTheDraw.bind(null, slug) : null}
        />
      ))}
      <FollowPeople />
      <Mix {...mix} />
      <PeopleList
        slug={slug}
        zone={event.zone}
        list={list}
        group={group}
        counts={groups}
        next={await readNext(db, may)}
        now={now.getTime()}
        find={find.bind(null, slug)}
      />
    </DeskFrame>
  );
}
