import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { FollowPeople } from "#components/desk/follow-people.tsx";
import { type Answered, Said } from "#components/desk/said.tsx";
import { momentOf } from "#components/event/opening.tsx";
import { DrawPanel } from "#components/people/draw.tsx";
import { ExpectedOnTheDay } from "#components/people/expected.tsx";
import { Flood } from "#components/people/flood.tsx";
import { IdleAlarm, Mix } from "#components/people/head.tsx";
import { PeopleList } from "#components/people/list.tsx";
import { LiveNumbers } from "#components/people/live.tsx";
import { OfferFree } from "#components/people/offer.tsx";
import { offeredAnswer } from "#components/people/offered.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { database } from "#db/connection.ts";
import { readAsked } from "#db/equality.ts";
import { readForecast } from "#db/forecast.ts";
import { readInsideLimit } from "#db/inside.ts";
import { readPeopleCounts } from "#db/people.ts";
import { listPeople, readNext, readSummary } from "#db/people-list.ts";
import { isOfferHour } from "#db/registration/waiting.ts";
import { listDraws } from "#db/release/draw.ts";
import { listSectors } from "#db/sector.ts";
import { countTurnedAway } from "#db/turned-away.ts";
import { permits } from "#domain/event.ts";
import { viewIn, viewText } from "#domain/people-view.ts";
import { mayOf } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { type Heard, heardFrom, type SearchParams } from "../said.ts";
import { dropUnproven, find, makeTheDraw, offer } from "./actions.ts";
import { whyClosed } from "./closed.ts";

const words = wordsOf("people");
const equality = wordsOf("equality");
const poolWords = wordsOf("pool");
const handOffer = wordsOf("handOffer");
const flood = wordsOf("people").flood;
const adding = wordsOf("personAdd");
const imports = wordsOf("peopleImport");
const release = wordsOf("release");

function answeredOf(heard: Heard | null): Answered | null {
  if (heard?.code === "places-offered") return offeredAnswer(heard.numbers);
  if (heard?.code === "offered-by-hand")
    return { title: handOffer.done(heard.numbers[0] ?? 0), next: handOffer.doneNext };
  if (heard?.code === "let-go") return { title: flood.done(heard.numbers[0] ?? 0) };
  return heard?.code === "drawn" ? { title: release.desk.done(heard.numbers[0] ?? 0) } : null;
}

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "seePeople");
  return { title: `${words.title} · ${event.name}` };
}

export default async function People({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, crew, may } = await mayAt(slug, "seePeople");
  const asked = await searchParams;
  const heard = heardFrom(asked);
  const view = viewIn(asked);
  const db = database();
  const list = await listPeople(db, may, view);
  const { groups, ...mix } = await readSummary(db, may);
  const counts = await readPeopleCounts(db, event.id);
  const mover = mayOf(crew, "movePeople");
  const offers = mover !== null && permits(event.phase, "offer");
  const canOffer = offers && counts.toOffer > 0;
  const now = new Date();
  const closed = await whyClosed(event, now);
  const over = closed === "camp_over";
  const all = await listDraws(db, event.id);
  const draws = all.filter(({ drawnAt }) => drawnAt === null);
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
          {mayOf(crew, "changeSettings") ? (
            <ButtonLink kind="quiet" href={`/e/${slug}/desk/people/pools`}>
              {poolWords.settings.link}
            </ButtonLink>
          ) : null}
          {mayOf(crew, "changeSettings") && (await readAsked(db, event.id)).length > 0 ? (
            <ButtonLink kind="quiet" href={`/e/${slug}/desk/people/equality`}>
              {equality.desk.link}
            </ButtonLink>
          ) : null}
          {mover && closed === null ? (
            <>
              <ButtonLink kind="quiet" href={`/e/${slug}/desk/people/add`}>
                {adding.link}
              </ButtonLink>
              <ButtonLink kind="quiet" href={`/e/${slug}/desk/people/import`}>
                {imports.link}
              </ButtonLink>
            </>
          ) : null}
          {canOffer ? (
            <OfferFree free={counts.toOffer} kept={viewText(view)} action={offer.bind(null, slug)} />
          ) : null}
        </>
      }
    >
      <Said answered={answeredOf(heard)} at={heard?.at ?? ""} />
      <IdleAlarm counts={counts} awake={awake} now={now.getTime()} />
      <LiveNumbers first={counts} turnedAway={await countTurnedAway(db, event.id)} over={over} />
      {counts.free > 0 && counts.ready > 0 && counts.toOffer === 0 && !over ? (
        <p>{words.nothing.kept}</p>
      ) : null}
      {draws.map((draw) => (
        <DrawPanel
          key={draw.id}
          draw={draw}
          closes={momentOf(draw.closesAt, event)}
          page={`/e/${slug}/draw`}
          action={mayOf(crew, "movePeople") ? makeTheDraw.bind(null, slug) : null}
        />
      ))}
      {all.length > draws.length ? (
        <p>
          {release.desk.made} <a href={`/e/${slug}/draw`}>{release.desk.see}</a>
        </p>
      ) : null}
      <FollowPeople />
      {permits(event.phase, "answer") ? (
        <ExpectedOnTheDay
          {...(await readForecast(db, event))}
          insideLimit={await readInsideLimit(db, event.id)}
        />
      ) : null}
      <Mix {...mix} />
      <PeopleList
        slug={slug}
        zone={event.zone}
        list={list}
        view={view}
        sectors={await listSectors(db, event.id)}
        counts={groups}
        next={await readNext(db, may)}
        now={now.getTime()}
        over={over}
        chooses={offers}
        find={find.bind(null, slug)}
      />
      <Flood
        counts={counts}
        kept={viewText(view)}
        action={mover && closed === null ? dropUnproven.bind(null, slug) : null}
      />
    </DeskFrame>
  );
}
