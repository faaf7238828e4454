import type { StatusPage } from "#db/registration/status.ts";
import { isHalted } from "#domain/event.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("status");
const standby = wordsOf("standby");
const halt = wordsOf("halt");

/** What somebody's own page says first of where they stand. */
export function titleOf({ event, registration, wentBack, onTheDay }: StatusPage, over: boolean): string {
  if (over) return words.campOver.title;
  if (isHalted(event.phase)) return halt.state[event.phase].title;
  if (wentBack) return words.wentBack.title;
  return onTheDay.passedOn ? standby.passedOn.title : words.titles[registration.status];
}
