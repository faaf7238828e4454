/**
 * The private status page. Reading it changes nothing. Never indexed, and no other site learns its address
 * (live/policy.ts).
 */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache, type ReactNode } from "react";
import { viewer } from "#app/viewer.ts";
import { CampFoot } from "#components/camp-page/foot.tsx";
import { shortDatesOf } from "#components/event/life.ts";
import { Details } from "#components/registration/details.tsx";
import { Entered, OwnEntry } from "#components/registration/entered.tsx";
import { Fresh } from "#components/registration/fresh.tsx";
import { HaltedPlace } from "#components/registration/halted.tsx";
import { HandOn, OnItsWay } from "#components/registration/handing.tsx";
import { Held } from "#components/registration/held.tsx";
import { Offer } from "#components/registration/offer.tsx";
import { CampOver, Over } from "#components/registration/over.tsx";
import { Pause } from "#components/registration/pause.tsx";
import { ForTheDay } from "#components/registration/phone.tsx";
import { Place } from "#components/registration/place.tsx";
import { Saved } from "#components/registration/saved.tsx";
import { Together } from "#components/registration/together.tsx";
import { Verify } from "#components/registration/verify.tsx";
import { Waiting } from "#components/registration/waiting.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { listPastLines } from "#db/past-camps.ts";
import { readMoreBehind } from "#db/question/answers.ts";
import { listQuestions } from "#db/question.ts";
import { markOfAnswers } from "#db/registration/answers.ts";
import { readStatus, type StatusPage } from "#db/registration/status.ts";
import { readTogether } from "#db/release/together.ts";
import { readEntry } from "#db/release.ts";
import { listSectors } from "#db/sector.ts";
import { readTicketAddress } from "#db/ticket-address.ts";
import { readTickets } from "#db/tickets.ts";
import { isHalted, isOver, permits } from "#domain/event.ts";
import { chanceOf } from "#domain/registration/chance.ts";
import { offerUntil } from "#domain/registration/offer.ts";
import { isIn } from "#domain/registration/on-the-day.ts";
import { pauseDays } from "#domain/registration/pause.ts";
import { hasPlace, isEntered, isHeld, isOffered, isWaiting, letGo } from "#domain/registration/status.ts";
import { isLive, takesPart } from "#domain/registration.ts";
import type { EntryView } from "#domain/release.ts";
import { env } from "#env.ts";
import { heardFrom } from "./act.ts";
import {
  accept,
  change,
  decline,
  leave,
  mend,
  pause,
  proveByCode,
  proveByLink,
  rejoin,
  rejoinLater,
  release,
  resume,
  sendAgain,
  takeBack,
  usePhone,
} from "./actions.ts";
import { Asides } from "./asides.tsx";
import { callBack, handOn } from "./handing.ts";
import { LastAct } from "./last-act.tsx";
import { OwnComing } from "./own-coming.tsx";
import { OwnDay, OwnLeaving, OwnStandby } from "./own-day.tsx";
import { OwnSecond } from "./own-second.tsx";
import { titleOf } from "./title.ts";
import { beginGroup, joinGroup, leaveGroup, mayDivide, mayNotDivide } from "./together.ts";

type Props = {
  params: Promise<{ event: string; token: string }>;
  searchParams: Promise<{ said?: string | string[] }>;
};

const open = cache(async (slug: string, token: string): Promise<StatusPage & { now: Date }> => {
  const now = new Date();
  const page = await readStatus(database(), token, now);
  if (!page || page.event.slug !== slug) notFound();
  return { ...page, now };
});

const isCampOver = ({ event, times, now }: StatusPage & { now: Date }) =>
  isOver(event.phase, times.endsAt, now.getTime());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event, token } = await params;
  const page = await open(event, token);
  const title = titleOf(page, isCampOver(page));
  return { title: `${title} · ${page.event.name}`, robots: { index: false, follow: false } };
}

export default async function Status({ params, searchParams }: Props) {
  const { event: slug, token } = await params;
  const page = await open(slug, token);
  const { said } = await searchParams;
  const { event, registration, link } = page;
  const over = isCampOver(page);
  const halted = isHalted(event.phase);
  const who = await viewer(event.id);
  // With a badge a phone acts for them, and holds no ticket.
  const holder = who.pass ? null : who.registrationId;
  // A stranger may have let go of what they registered with this address before its reader did.
  const asked = isLive(registration.status) || (link.mailed && letGo(registration.status));
  const unproven = !registration.proven && asked && !over && !(halted && isHeld(registration.status));
  // Whoever has not proven the address may have typed another’s.
  const entry = registration.proven && !link.claim ? await readEntry(database(), registration.id) : null;
  const where = `${event.place} · ${shortDatesOf(event)}`;
  const verify = unproven ? (
    <Verify
      registration={registration}
      token={token}
      zone={event.zone}
      codeSentAt={page.codeSentAt}
      mailed={link.mailed}
      byCode={proveByCode}
      byLink={proveByLink}
      again={sendAgain}
      mend={mend}
    />
  ) : null;
  const ticket = takesPart(registration.status) && !over && !halted;
  const more = await readMoreBehind(database(), link);
  const details =
    isLive(registration.status) && !over ? (
      <Details
        registration={registration}
        sectors={await listSectors(database(), event.id)}
        questions={await listQuestions(database(), event.id)}
        more={more}
        mark={markOfAnswers(registration, more)}
        token={token}
        change={change}
      />
    ) : null;
  const second = over ? null : <OwnSecond page={page} token={token} />;
  return (
    <Phone
      camp={event.name}
      home={`/e/${slug}`}
      where={where}
      connection={
        ticket ? <Saved page={`/e/${slug}/r/${token}`} owner={registration.id} holder={holder} /> : null
      }
    >
      <Fresh
        slug={slug}
        holder={holder}
        without={ticket ? null : registration.id}
        soon={isEntered(registration.status)}
      />
      <LastAct key={String(said)} heard={heardFrom(said, page.now.getTime())} />
      <div aria-live="polite">
        <Standing {...page} {...{ over, token, verify, holder, entry, second }}>
          {/* A form that was saved is not read out whole. */}
          <div aria-live="off">{details}</div>
          {second}
        </Standing>
        {entry?.place != null ? <OwnEntry slug={slug} entry={entry} /> : null}
      </div>
      {ticket ? null : details}
      {ticket || isWaiting(registration.status) ? null : second}
      <Asides page={page} token={token} />
      <CampFoot slug={slug} />
    </Phone>
  );
}

type StandingProps = StatusPage & {
  now: Date;
  over: boolean;
  token: string;
  verify: ReactNode;
  holder: string | null;
  entry: EntryView | null;
  /** The second address, which whoever waits is asked for before they might leave. */
  second: ReactNode;
  /** How details are changed, which stands before giving a place back. */
  children: ReactNode;
};

async function Standing({
  event,
  times,
  line,
  registration,
  mayTakeBack,
  handing,
  coming,
  wentBack,
  onTheDay,
  now,
  over,
  token,
  verify,
  holder,
  entry,
  second,
  children,
}: StandingProps) {
  const { status } = registration;
  if (over)
    return (
      <>
        <CampOver had={takesPart(status)} />
        <OwnLeaving here={onTheDay.here} zone={event.zone} token={token} />
      </>
    );
  if (isHalted(event.phase))
    return <HaltedPlace {...{ event, status, token }} letGo={hasPlace(status) ? release : leave} />;
  const offers = line.offersOn && permits(event.phase, "offer");
  const until = offers ? offerUntil(now.getTime(), times) : null;
  const { ready } = line;
  const lettingGo = {
    passesOn: until !== null && ready > 0,
    ready,
    reopens: permits(event.phase, "register"),
  };
  const shared = { event, registration, token, verify, lettingGo };
  const handed = { handing, zone: event.zone, token };
  if (isWaiting(status)) {
    const { moved, ...tickets } = await readTickets(database(), event.id, now);
    const free = tickets.free > 0 && tickets.pools === null;
    const chance = chanceOf(await listPastLines(database(), event), moved, registration.position ?? 1);
    const days = registration.proven ? pauseDays(now.getTime(), times) : null;
    const pausing = (
      <>
        <OwnStandby page={{ event, onTheDay, registration }} {...{ token, holder }} />
        <Pause {...shared} days={days} pause={pause} end={resume} />
        {second}
      </>
    );
    return <Waiting {...shared} {...{ moved, chance, until, free, leave }} pause={pausing} />;
  }
  if (isEntered(status)) {
    const tickets = await readTickets(database(), event.id, now);
    // Asked for once the mail with the code has gone: in a batch that says the answer as well.
    const asks = tickets.release?.way === "draw" ? verify : null;
    const group = entry && (await readTogether(database(), entry.id));
    const together = entry && (
      <Together
        places={tickets.release?.places ?? Number.POSITIVE_INFINITY}
        group={group}
        token={token}
        actions={{ begin: beginGroup, join: joinGroup, leave: leaveGroup, mayDivide, mayNotDivide }}
      />
    );
    return <Entered {...{ event, tickets, token, leave, entry, together }} verify={asks} />;
  }
  if (isOffered(status))
    return <Offer {...shared} now={now} onTheDay={onTheDay.open} accept={accept} decline={decline} />;
  if (isHeld(status)) return <Held {...shared} now={now} letGo={release} />;
  if (!takesPart(status))
    return (
      <>
        <Over
          event={event}
          status={status}
          proven={registration.proven}
          token={token}
          rejoin={rejoin}
          enters={(await readTickets(database(), event.id, now)).next === "entry"}
          days={pauseDays(now.getTime(), times)}
          rejoinLater={rejoinLater}
          leave={leave}
          wentBack={wentBack}
          passedOn={onTheDay.passedOn}
          takeBack={mayTakeBack && permits(event.phase, "answer") ? takeBack : null}
        />
        {verify}
      </>
    );
  return (
    <>
      <Place
        {...shared}
        address={await readTicketAddress(database(), env().ORIGIN, event, registration.ticketCode)}
        giveBack={release}
        isIn={isIn(onTheDay)}
      >
        {children}
        <OwnComing page={{ coming, event }} {...{ now, token }} />
        <OwnDay page={{ event, onTheDay, registration }} token={token} />
        <OnItsWay {...handed} callBack={callBack} />
        {registration.proven ? (
          <ForTheDay slug={event.slug} held={holder === registration.id} token={token} use={usePhone} />
        ) : null}
      </Place>
      <HandOn {...handed} begin={handOn} />
    </>
  );
}
