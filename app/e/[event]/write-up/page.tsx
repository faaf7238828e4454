/** What somebody takes home: all they wrote, what else there is to write about, and a copy for where they work. */
import type { Metadata } from "next";
import { camp, viewer } from "#app/viewer.ts";
import { placeOf } from "#components/event/place.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { Spotlight } from "#components/ui/spotlight.tsx";
import { nameOf } from "#components/write-up/about.ts";
import { copiedFrom } from "#components/write-up/copied.ts";
import { CopyWriteUps } from "#components/write-up/copy.tsx";
import { ChooseSubject, MyWriteUps } from "#components/write-up/mine.tsx";
import { NoPlace } from "#components/write-up/no-place.tsx";
import styles from "#components/write-up/write-up.module.css";
import { database } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { listOwnWriteUps } from "#db/write-up.ts";
import { type EventView, isHalted, permits, wentBy } from "#domain/event.ts";
import { viewRuns } from "#domain/run-view.ts";
import type { Attendee } from "#domain/viewer.ts";
import { begunOf, begunSessions, writeUpKey } from "#domain/write-up.ts";
import { wordsOf } from "#messages/words.ts";

const { mine: words, public: read } = wordsOf("writeUp");

type Props = { params: Promise<{ event: string }>; searchParams: Promise<{ said?: string | string[] }> };

export const generateMetadata = (): Metadata => ({ title: words.title, robots: { index: false } });

export default async function Page({ params, searchParams }: Props) {
  const event = await camp((await params).event);
  const { slug, name } = event;
  const { attendee, person } = await viewer(event.id);
  const { said } = await searchParams;
  const done = said === "saved" || said === "deleted" ? words.done[said] : null;
  return (
    <Phone camp={name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current="me" />}>
      <Heading title={words.title}>{words.lede}</Heading>
      {done && attendee ? (
        <Spotlight>
          <Banner tone="good" role="status" title={done} />
        </Spotlight>
      ) : null}
      {attendee ? (
        <Mine {...{ event, attendee }} />
      ) : (
        <NoPlace slug={slug} back={`/e/${slug}/write-up`} signedIn={person !== null} />
      )}
      <p className={styles.ways}>
        <a href={`/e/${slug}/learned`}>{read.title}</a>
      </p>
    </Phone>
  );
}

async function Mine({ event, attendee }: { event: EventView; attendee: Attendee }) {
  const { slug, name } = event;
  const place = placeOf(event);
  const own = await listOwnWriteUps(database(), attendee);
  const chosen = new Set(own.map(({ of }) => writeUpKey(of)));
  return (
    <>
      {own.length > 0 ? <MyWriteUps {...{ own, slug, place }} /> : null}
      {own.length > 0 ? (
        <CopyWriteUps copied={copiedFrom(name, own, place)} at={`/e/${slug}/write-up/file`} />
      ) : null}
      {permits(event.phase, "writeUp") ? (
        <Subjects {...{ event, chosen }} />
      ) : own.length > 0 ? null : (
        <Empty title={closedOf(event)} />
      )}
    </>
  );
}

function closedOf({ phase }: EventView): string {
  if (isHalted(phase)) return words.halted;
  return wentBy(phase) ? words.over : words.nothingYet.title;
}

/** The last that began is the first. */
async function Subjects({ event, chosen }: { event: EventView; chosen: ReadonlySet<string> }) {
  const { id, slug, days } = event;
  const now = Date.now();
  const grid = await readGrid(database(), id);
  const sessions = begunSessions(grid ? viewRuns(grid, now) : [], now).toReversed();
  const begun = begunOf(days, now);
  const { nothingYet } = words;
  if (begun.length + sessions.length === 0) return <Empty title={nothingYet.title}>{nothingYet.body}</Empty>;
  const dayNamed = (date: string) =>
    nameOf({ of: { pitchId: null, day: date }, title: null }, placeOf(event));
  return (
    <section className={styles.part}>
      <h2>{words.choose}</h2>
      <ChooseSubject
        legend={words.chooseSessions}
        choices={sessions.map(({ pitchId, pitch }) => ({ key: pitchId, name: pitch.title }))}
        {...{ slug, chosen }}
      />
      <ChooseSubject
        legend={words.chooseDays}
        choices={begun.map(({ date }) => ({ key: date, name: dayNamed(date) }))}
        {...{ slug, chosen }}
      />
    </section>
  );
}
