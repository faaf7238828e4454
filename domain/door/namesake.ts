/** How the door knows somebody of the same name as a walk-in. */
import { isEntered, isHeld, isOffered, isWaiting } from "#domain/registration/status.ts";
import { type Status, takesPart } from "#domain/registration.ts";

export type Namesake = "in" | "place" | "called" | "standsBy" | "waiting" | "held" | "passed_on";

/** Of somebody who has a place, waits for one, or had it passed on. */
export function namesakeOf({
  status,
  checkedInAt,
  standsBySince,
}: {
  status: Status;
  checkedInAt: Date | null;
  standsBySince: Date | null;
}): Namesake {
  if (checkedInAt) return "in";
  if (takesPart(status)) return "place";
  if (isOffered(status)) return "called";
  if (isHeld(status)) return "held";
  if (isWaiting(status) && standsBySince) return "standsBy";
  return isWaiting(status) || isEntered(status) ? "waiting" : "passed_on";
}
