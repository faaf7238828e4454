/** What a phone at the door knows and shows. */
import type { DoorAct } from "#domain/door/check-in.ts";
import type { Guest } from "#domain/door/guest.ts";
import type { PhoneList } from "#domain/door/phone-list.ts";
import type { Unlisted } from "#domain/door/unlisted.ts";
import type { HelpCall } from "#domain/help-call.ts";

/** In the server's words. */
export type Refusal = { code: string; words: string };

export type DoorState = {
  list: PhoneList | null;
  /** Tapped, and not heard of by the server. */
  unsent: readonly DoorAct[];
  /** Let in by a code that the list does not have, which is to be looked for once it is new. */
  unlisted: readonly Unlisted[];
  /** How many are in, as far as this phone knows. */
  here: number;
  /** Whether the last try did not reach the server. */
  stuck: boolean;
  /** Nobody is let in any more, and the names are forgotten. */
  over: boolean;
  refusal: Refusal | null;
  /** Let in here and, earlier, at another door. */
  twice: readonly Guest[];
  /** Let in here and refused by the server, by name: they had no place any more. */
  turnedDown: readonly string[];
  /** Codes of ours that were let in so, and turned out to be nobody's any more. */
  nobodys: readonly string[];
  /** The same, because as many are inside as may be. */
  tooMany: readonly string[];
  /** Who calls for help, as the server said last. */
  calls: readonly HelpCall[];
  /** Whether what was kept has been read. */
  ready: boolean;
};

export const NO_CALLS: readonly HelpCall[] = [];

/** Of a phone that knows nothing yet. */
export const FRESH: DoorState = {
  ...{ list: null, unsent: [], unlisted: [], here: 0, stuck: false, over: false, refusal: null },
  ...{ twice: [], turnedDown: [], tooMany: [], nobodys: [], calls: NO_CALLS, ready: false },
};
