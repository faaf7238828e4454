import { Late } from "#components/registration/late.tsx";
import { Leaving } from "#components/registration/leaving.tsx";
import { StandBy } from "#components/registration/standby.tsx";
import type { StatusPage } from "#db/registration/status.ts";
import { CALL_MINUTES } from "#domain/registration/offer.ts";
import type { OnTheDay } from "#domain/registration/on-the-day.ts";
import { usePhone } from "./actions.ts";
import { comeBack, leave, sayOnTime, sayRunningLate, sayStandBy, sayStandDown } from "./day.ts";

type OwnDayProps = { page: Pick<StatusPage, "event" | "onTheDay" | "registration">; token: string };

/** What whoever has a place can say of the day. */
export function OwnDay({ page: { event, onTheDay }, token }: OwnDayProps) {
  const { zone } = event;
  return (
    <>
      <Late day={onTheDay} {...{ zone, token }} say={sayRunningLate} onTime={sayOnTime} />
      <OwnLeaving here={onTheDay.here} {...{ zone, token }} />
    </>
  );
}

type OwnLeavingProps = { here: OnTheDay["here"]; zone: string; token: string };

/** For whoever came in, also once the camp is over: the list of who is inside goes by it. */
export function OwnLeaving(props: OwnLeavingProps) {
  return <Leaving {...props} leave={leave} back={comeBack} />;
}

/** What whoever waits can say of it. @param holder the registration this phone acts for */
export function OwnStandby({
  page: { onTheDay, registration },
  token,
  holder,
}: OwnDayProps & { holder: string | null }) {
  return (
    <StandBy
      day={onTheDay}
      minutes={CALL_MINUTES}
      token={token}
      standBy={sayStandBy}
      end={sayStandDown}
      usePhone={holder === registration.id ? null : usePhone}
    />
  );
}
