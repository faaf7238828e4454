import { Halted } from "#components/event/halted.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { type EventView, isHalted } from "#domain/event.ts";
import { hasPlace, isHeld } from "#domain/registration/status.ts";
import { isLive, type Status } from "#domain/registration.ts";
import { wordsOf } from "#messages/words.ts";
import { Act, type Action } from "./act.tsx";
import { Sure } from "./sure.tsx";

const words = wordsOf("halt");
const { held, waiting } = wordsOf("status");

type HaltedPlaceProps = {
  event: EventView;
  status: Status;
  token: string;
  /** Gives the place back, or leaves the line. */
  letGo: Action;
};

/** What somebody has at a camp that is called off or put off, in place of a ticket: it opens nothing, and is kept. */
export function HaltedPlace({ event, status, token, letGo }: HaltedPlaceProps) {
  const { phase } = event;
  if (!isHalted(phase)) return null;
  const { yours } = words;
  const place = hasPlace(status);
  const kept = isHeld(status) ? yours.held : place ? yours.place : isLive(status) ? yours.line : yours.none;
  return (
    <>
      <Heading title={words.ticket[phase]}>{kept}</Heading>
      <Halted event={event} />
      {isLive(status) ? (
        <Sure quiet label={place ? held.letGo : waiting.leave} what={yours.letGo}>
          <Act action={letGo} token={token} kind="danger" wide>
            {place ? held.letGoSure : waiting.leaveSure}
          </Act>
        </Sure>
      ) : null}
    </>
  );
}
