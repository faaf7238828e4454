import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { Words } from "#components/ui/words.tsx";
import { type EventView, permits } from "#domain/event.ts";
import { event as words } from "#messages/en/event.ts";
import { front } from "#messages/en/front.ts";
import { count, time, weekday } from "#messages/format.ts";
import styles from "./event.module.css";
import { isOn, isPast } from "./life.ts";
import { placeOf } from "./place.ts";
import { HowItWorks } from "./steps.tsx";

type CampFrontProps = {
  event: EventView;
  /** This phone holds a registration. */
  registered: boolean;
  crew: boolean;
};

/** A camp's front page: what it is, when and where, and the one way in that its phase has. */
export function CampFront({ event, registered, crew }: CampFrontProps) {
  const place = placeOf(event);
  const { slug } = event;
  return (
    <>
      <Heading above={words.phases[event.phase]} title={event.name}>
        {event.strapline}
      </Heading>
      {event.phase === "draft" ? <Banner title={front.draft} /> : null}
      <div className={styles.facts}>
        <p>
          <Icon name="calendar" />
          <Figures>
            {weekday(event.startsAt, place)}. {words.doorsAt(time(event.startsAt, place))}.
          </Figures>
        </p>
        <p>
          <Icon name="pin" />
          <Words>{event.place}</Words>
        </p>
        <p>
          <Icon name="person" />
          <Figures>
            {count(event.capacity, front.places, place.locale)}. {front.free}.
          </Figures>
        </p>
      </div>
      <WayIn event={event} registered={registered} />
      <HowItWorks />
      <p className={styles.links}>
        {crew ? <a href={`/e/${slug}/desk`}>{front.desk}</a> : null}
        <a href={`/e/${slug}/wall`}>{front.wall}</a>
        <a href={`/now/${slug}`}>{front.plain}</a>
      </p>
    </>
  );
}

/** The one primary button of the page. */
function WayIn({ event, registered }: Pick<CampFrontProps, "event" | "registered">) {
  const { slug, phase } = event;
  const to = (page: string, label: string) => (
    <ButtonLink wide href={`/e/${slug}/${page}`}>
      {label}
    </ButtonLink>
  );
  if (isOn(event)) return to("now", front.open);
  if (isPast(event)) return to("grid", front.readGrid);
  if (registered) return to("me", front.status);
  if (permits(phase, "register")) return to("register", front.register);
  return <p>{front.closedTickets}</p>;
}
