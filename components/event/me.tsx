import type { FormAction } from "#components/form/answer.ts";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink, Buttons } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { type EventView, isHalted, permits, wentBy } from "#domain/event.ts";
import { isLive, type RegistrationView, type Status, takesPart } from "#domain/registration.ts";
import { number } from "#messages/counts.ts";
import type { Place } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { datesOf, doorTimesOf } from "./life.ts";
import { OwnPage } from "./own-page.tsx";

const words = wordsOf("me");

const TONES: Partial<Record<Status, "good" | "wait">> = {
  confirmed: "good",
  offered: "wait",
  held: "wait",
  waiting: "wait",
};

type MeProps = {
  registration: RegistrationView;
  event: EventView;
  place: Place;
  /** Null for whoever came in with a badge. */
  openPage: FormAction | null;
  /** Their place was passed on, because they were not there. */
  passedOn: boolean;
  /** They are in today, and need not be told how to get in. */
  isIn: boolean;
};

export function Me({ registration, event, place, openPage, passedOn, isIn }: MeProps) {
  const { status, position, waiting, proven, bounced } = registration;
  const halted = isHalted(event.phase);
  const tone = halted ? undefined : TONES[status];
  const why = openPage && words.pageWhy[status];
  const over = wentBy(event.phase) || isHalted(event.phase);
  return (
    <Card
      as="section"
      title={
        halted && takesPart(status)
          ? words.kept
          : passedOn && !isLive(status)
            ? words.passedOn
            : words.status[status]
      }
      {...(tone && { tone })}
      {...(openPage && { foot: <OwnPage action={openPage} /> })}
    >
      {position === null ? null : (
        <p>
          <Figures>{words.inLine(number(position, place.locale), number(waiting, place.locale))}</Figures>
        </p>
      )}
      {takesPart(status) && !over && !isIn ? (
        <p>
          <Figures>{words.place(datesOf(event), doorTimesOf(event))}</Figures>
        </p>
      ) : null}
      {proven || over || !isLive(status) ? null : <p>{bounced ? words.bounced : words.unproven}</p>}
      {why && !over ? <p>{why}</p> : null}
    </Card>
  );
}

/** For somebody of the crew who is not registered. @param add where they give themselves a place; null for whoever may not */
export function CrewAlone({ event, add }: { event: EventView; add: string | null }) {
  const { alone } = words;
  const register = permits(event.phase, "register");
  return (
    <Banner
      title={alone.title}
      action={
        add ? (
          <ButtonLink href={add}>{alone.add}</ButtonLink>
        ) : register ? (
          <ButtonLink href={`/e/${event.slug}/register`}>{words.stranger.register}</ButtonLink>
        ) : null
      }
    >
      <p>{add || register ? alone.body : `${alone.body} ${alone.ask}`}</p>
    </Banner>
  );
}

/** For a phone that holds no place here. */
export function Stranger({ event, signedIn }: { event: EventView; signedIn: boolean }) {
  const register = permits(event.phase, "register");
  return (
    <Banner
      title={words.stranger.title}
      action={
        <Buttons>
          {register ? (
            <ButtonLink href={`/e/${event.slug}/register`}>{words.stranger.register}</ButtonLink>
          ) : null}
          {permits(event.phase, "attend") ? (
            <ButtonLink href={`/e/${event.slug}/badge`}>{words.stranger.badge}</ButtonLink>
          ) : null}
          {signedIn ? null : (
            <ButtonLink kind="quiet" href={`/sign-in?next=/e/${event.slug}/me`}>
              {words.stranger.signIn}
            </ButtonLink>
          )}
        </Buttons>
      }
    >
      <p>{words.stranger.body}</p>
    </Banner>
  );
}
