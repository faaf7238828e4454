/**
 * What a browser was told that registered an address somebody else had registered before, or that its reader has since
 * proven elsewhere. It is what a newcomer would have been told, so that a form tells nobody who is registered; the
 * code from the mailbox turns it into the truth.
 */
import { hasLapsed } from "#domain/registration/hold.ts";
import type { Admitted } from "#domain/registration/places.ts";
import { hasPlace, isEntered, letGo } from "#domain/registration/status.ts";
import type { RegistrationForm, Status } from "#domain/registration.ts";

export type Claim = {
  form: RegistrationForm;
  told: Exclude<Admitted, "confirmed"> | "entered" | "released" | "left";
  /** A turn of its own, which nobody else has, so that its place in the line moves as a newcomer's does. */
  rank: number;
  /** From when on a mail with a code is this claim's, ISO 8601; its page's making where it is not kept. */
  since?: string;
  /** Until when its place is held, ISO 8601, where no mail begins that time: it was known when this was told. */
  heldUntil?: string | null;
  /** Its answers were typed after the registration's, and are the reader's word once they prove that they typed them. */
  typed?: boolean;
};

/** What a browser goes on being told of a registration it was shown until now as its own. */
export function toldOf(status: Status): Claim["told"] {
  if (letGo(status) || isEntered(status)) return status;
  return hasPlace(status) ? "held" : "waiting";
}

/**
 * The status a claim shows: a place told to be held lapses as any other does. @param heldUntil null while the code's
 * mail is on its way
 */
export function statusOfClaim({ told }: Pick<Claim, "told">, heldUntil: Date | null, now: Date): Status {
  return hasLapsed({ status: told, heldUntil }, now) ? "waiting" : told;
}
