import { ButtonLink } from "#components/ui/button.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { type EventView, permits } from "#domain/event.ts";
import type { PauseDays } from "#domain/registration/pause.ts";
import { missedOffer } from "#domain/registration/status.ts";
import { allows } from "#domain/registration.ts";
import { wordsOf } from "#messages/words.ts";
import { Act, type Action } from "./act.tsx";
import { PauseForm } from "./pause.tsx";
import styles from "./status.module.css";
import { Sure } from "./sure.tsx";

const words = wordsOf("status");
const standby = wordsOf("standby");

type OverProps = {
  event: EventView;
  status: keyof typeof words.over;
  /** Whoever has proven the address comes back with one button; others fill in the form again. */
  proven: boolean;
  token: string;
  rejoin: Action;
  /** After an offer ran out: on which days a pause may end, how one joins for later, and how one leaves it at that. */
  days: PauseDays | null;
  rejoinLater: Action;
  leave: Action;
  /** Takes back a place that nobody else was offered; null where that is too late. */
  takeBack: Action | null;
  /** Whoever comes back now enters a batch or a draw. */
  enters: boolean;
  /** It went back because they said nothing. */
  wentBack?: boolean;
  /** It was passed on, because they were not there. */
  passedOn?: boolean;
};

export function Over({ takeBack, wentBack = false, passedOn = false, ...props }: OverProps) {
  const { over } = words;
  const { status, token } = props;
  const lost = passedOn ? standby.passedOn : wentBack ? words.wentBack : null;
  const title = lost?.title ?? words.titles[status];
  if (takeBack)
    return (
      <>
        <Heading title={title}>{lost?.takeBack ?? words.takeBack.what}</Heading>
        <div className={styles.acts}>
          <Act action={takeBack} token={token} wide>
            {words.takeBack.button}
          </Act>
        </div>
      </>
    );
  return (
    <>
      <Heading title={title}>{lost?.what ?? over[status]}</Heading>
      <WayBack {...props} />
      {missedOffer(status) && props.proven && permits(props.event.phase, "answer") ? (
        <OtherWays {...props} />
      ) : null}
    </>
  );
}

/** An offer that ran out is not the end: one may also come back on a day one chooses, or leave it at that. */
function OtherWays({
  days,
  token,
  rejoinLater,
  leave,
}: Pick<OverProps, "days" | "token" | "rejoinLater" | "leave">) {
  const { again } = words;
  return (
    <>
      {days ? (
        <Sure label={again.later} what={again.laterWhat}>
          <PauseForm token={token} days={days} action={rejoinLater} label={again.laterSure} />
        </Sure>
      ) : null}
      <Sure label={again.leave} what={again.leaveWhat}>
        <Act action={leave} token={token} kind="danger" wide>
          {again.leaveSure}
        </Act>
      </Sure>
    </>
  );
}

/** After an offer ran out one may join the line as long as places are given out, even if registration is closed. */
function WayBack({
  event,
  status,
  proven,
  token,
  rejoin,
  enters,
}: Omit<OverProps, "takeBack" | "wentBack" | "passedOn">) {
  const { again } = words;
  const open = permits(event.phase, "register");
  if (!allows("register", status) || !(open || (missedOffer(status) && permits(event.phase, "answer"))))
    return null;
  if (!proven && !open) return null;
  return (
    <div className={styles.acts}>
      <p>{enters ? again.enterWhat : proven ? again.rejoinWhat : again.what}</p>
      {proven ? (
        <Act action={rejoin} token={token} wide>
          {enters ? again.enter : again.rejoin}
        </Act>
      ) : (
        <ButtonLink href={`/e/${event.slug}/register`} wide>
          {again.button}
        </ButtonLink>
      )}
    </div>
  );
}

/** For everybody, once the camp is over. @param had whether they had a place */
export function CampOver({ had }: { had: boolean }) {
  const { title, body, had: hadOne } = words.campOver;
  return <Heading title={title}>{had ? hadOne : body}</Heading>;
}
