import { CampFoot } from "#components/camp-page/foot.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { Words } from "#components/ui/words.tsx";
import { type EventView, hasDate, isHalted, type Phase, permits, wentBy } from "#domain/event.ts";
import { hasSeveralDays, isAtLastDay } from "#domain/life.ts";
import { isLeftForSome } from "#domain/pool.ts";
import type { TicketsView } from "#domain/tickets.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { Balance } from "./balance.tsx";
import styles from "./event.module.css";
import { Halted } from "./halted.tsx";
import { leadOf } from "./lead.ts";
import { LeftForSome } from "./left-for-some.tsx";
import { datesOf, doorTimesOf, fullDatesOf, isOn } from "./life.ts";
import { DrawState, More, momentOf, Opening } from "./opening.tsx";
import { placeOf } from "./place.ts";
import { HowItWorks } from "./steps.tsx";
import { wayTo } from "./way.ts";
import { DeskLink, WayToRegister } from "./yours.tsx";

const words = wordsOf("event");
const halt = wordsOf("halt");
const front = wordsOf("front");
const opening = wordsOf("release");

type CampFrontProps = {
  event: EventView;
  /** What somebody who registers now would get. */
  tickets: TicketsView;
  published: boolean;
};

const phaseHasBegun = (phase: Phase) => permits(phase, "hearPitches") || permits(phase, "followGrid");

/** The same for everybody; for whoever has registered the way in turns into that to their own page. */
export function CampFront({ event, tickets, published }: CampFrontProps) {
  const place = placeOf(event);
  const { slug, phase } = event;
  const halted = isHalted(phase);
  // Of what is called off nobody needs a way or a place.
  const over = tickets.over || halted;
  // Of several days the last may be still to come.
  // An organiser may move the phase before the day.
  const open = isOn(event) && phaseHasBegun(phase) && event.startsAt <= tickets.at;
  const begun = (tickets.over && event.startsAt <= tickets.at) || (!hasSeveralDays(event) && open);
  const at = doorTimesOf(event);
  return (
    <>
      <Heading above={<Figures>{leadOf(event, tickets)}</Figures>} title={event.name}>
        {event.strapline}
      </Heading>
      {!permits(phase, "visit") ? <Banner title={front.draft} /> : null}
      <Halted event={event} />
      <div className={styles.facts}>
        <p>
          <Icon name="calendar" />
          <Figures>
            {halted ? (
              hasDate(phase) ? (
                fullDatesOf(event)
              ) : (
                halt.noDate
              )
            ) : (
              <>
                {over ? fullDatesOf(event) : datesOf(event)}.{" "}
                {begun ? words.doorsWere(at) : words.doorsAt(at)}.
              </>
            )}
          </Figures>
        </p>
        <p>
          <Icon name="pin" />
          <span>
            <Words>{event.place}</Words>
            {over ? null : (
              <>
                {" "}
                <a href={wayTo(event.place)} rel="noreferrer">
                  {front.way}
                </a>
              </>
            )}
          </span>
        </p>
        {over ? null : (
          <p>
            <Icon name="person" />
            <Figures>
              {count(event.capacity, front.places, place.locale)}. {front.free}.
            </Figures>
          </p>
        )}
        {event.answerBy && permits(phase, "lookAhead") && event.answerBy > tickets.at ? (
          <p>
            <Icon name="clock" />
            <Figures>{front.answerBy(momentOf(event.answerBy, event))}</Figures>
          </p>
        ) : null}
      </div>
      {halted ? null : <WayIn {...{ event, tickets, published }} />}
      {tickets.pools && permits(phase, "visit") && !over ? (
        <Balance pools={tickets.pools} capacity={tickets.capacity} camp={event} />
      ) : null}
      {over ? null : <HowItWorks />}
      <p className={styles.links}>
        {permits(phase, "giveFeedback") && isAtLastDay(event) ? (
          <a href={`/e/${slug}/feedback`}>{front.feedback}</a>
        ) : null}
        {permits(phase, "giveFeedback") && isAtLastDay(event) ? (
          <a href={`/e/${slug}/write-up`}>{front.writeUp}</a>
        ) : null}
        {wentBy(phase) ? <a href={`/e/${slug}/feedback/results`}>{front.said}</a> : null}
        {permits(phase, "addLink") || wentBy(phase) ? (
          <a href={`/e/${slug}/round-up`}>{front.roundUp}</a>
        ) : null}
        {wentBy(phase) ? <a href={`/e/${slug}/fairness`}>{front.fair}</a> : null}
        {wentBy(phase) ? <a href={`/e/${slug}/learned`}>{front.learned}</a> : null}
        <a href={`/e/${slug}/me`}>{front.status}</a>
        <a href={`/e/${slug}/wall`}>{front.wall}</a>
        <a href={`/now/${slug}`}>{front.plain}</a>
        <DeskLink slug={slug}>{front.desk}</DeskLink>
      </p>
      <CampFoot slug={slug} />
    </>
  );
}

const inLine = (waiting: number) =>
  waiting === 0 ? front.nobodyWaits : count(waiting, front.line, readerLocale());

function HowDrawn({ slug }: { slug: string }) {
  return (
    <p className={styles.links}>
      <a href={`/e/${slug}/draw`}>{opening.draw.how}</a>
    </p>
  );
}

function WayIn({ event, tickets, published }: Pick<CampFrontProps, "event" | "tickets" | "published">) {
  const { slug, phase } = event;
  const to = (page: string, label: string) => (
    <ButtonLink wide href={`/e/${slug}/${page}`}>
      {label}
    </ButtonLink>
  );
  if (isOn(event)) return to("now", front.open);
  if (tickets.over) return published ? to("grid", front.readGrid) : to("pitches", front.readPitches);
  if (!permits(phase, "visit")) return <p>{front.soonTickets}</p>;
  if (!permits(phase, "register")) return <p>{front.closedTickets}</p>;
  const register = (label: string) => (
    <WayToRegister slug={slug} otherwise={front.status}>
      {label}
    </WayToRegister>
  );
  const { release, at } = tickets;
  if (tickets.next === "soon" && release)
    return (
      <>
        <div className={styles.before}>
          <Opening release={release} served={at} camp={event} />
        </div>
        {register(opening.soon.fill)}
        {release.way === "draw" ? <HowDrawn slug={slug} /> : null}
      </>
    );
  if (release?.way === "draw")
    return (
      <>
        <div className={styles.before}>
          <DrawState tickets={tickets} camp={event} />
        </div>
        {tickets.next === "entry" ? register(opening.draw.enter) : null}
        <HowDrawn slug={slug} />
      </>
    );
  if (["place", "proof", "entry"].includes(tickets.next)) return register(front.register);
  const line = tickets.next !== "closed_line";
  if (tickets.pools && isLeftForSome(tickets.pools))
    return (
      <>
        <div className={styles.before}>
          <LeftForSome pools={tickets.pools} camp={event} />
        </div>
        {register(front.register)}
      </>
    );
  return (
    <>
      <div className={styles.before}>
        <Banner
          tone="wait"
          title={
            <Figures>
              {tickets.free > 0
                ? front.leads.first(tickets.free)
                : front.leads.full(tickets.out, tickets.capacity, 0)}
            </Figures>
          }
        >
          <p>
            <Figures>{line ? inLine(tickets.waiting) : front.closedLine}</Figures>
          </p>
          <More tickets={tickets} camp={event} />
        </Banner>
      </div>
      {line ? register(front.join) : null}
    </>
  );
}
