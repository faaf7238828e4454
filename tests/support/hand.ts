/** An organiser's hand that says yes to whatever is asked first. */
import { moveByHand } from "#db/people.ts";

type Args = Parameters<typeof moveByHand>;

/** As `moveByHand`, agreed to. */
export async function moveAnyway(...args: Args): ReturnType<typeof moveByHand> {
  const [db, organiser, id, move, reason, now, , heir] = args;
  const first = await moveByHand(db, organiser, id, move, reason, now, undefined, heir);
  if (!first.ok || !("asks" in first.value)) return first;
  return moveByHand(db, organiser, id, move, reason, now, first.value.agreement, heir);
}
