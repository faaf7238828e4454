/**
 * Swaps: people with a place at a camp show each other how they work. A card says what one can show or wants to see; a
 * swap is made of cards that fit, both ways or in a circle of three, or of one card that somebody would like.
 */

/** `seats`: spare ones at something that takes place anyway. */
export const CARD_KINDS = ["show", "see", "seats"] as const;
export type CardKind = (typeof CARD_KINDS)[number];

/** How somebody shows or sees. Seats have none. */
export const SWAP_WAYS = ["shadow", "visit", "review", "mentor", "week", "longer"] as const;
export type SwapWay = (typeof SWAP_WAYS)[number];

/** `up`: on the board. `agreed`: it led to a swap, or its last seat is gone. */
export const CARD_STATES = ["up", "down", "hidden", "expired", "agreed"] as const;
export type CardState = (typeof CARD_STATES)[number];

/** Whether a card is on the board. */
export const isUp = (state: CardState): boolean => state === "up";

/** Whether the crew took it off. */
export const isHiddenCard = (state: CardState): boolean => state === "hidden";

/** Whether its owner may put a card up again. */
export const comesBack = (state: CardState): boolean => state === "down" || state === "expired";

/** `gone`: a card of it left the board, or somebody of it the camp. `lapsed`: not everybody answered in time. */
export const SWAP_STATES = ["open", "agreed", "declined", "lapsed", "gone"] as const;
export type SwapState = (typeof SWAP_STATES)[number];

export const isOpen = (state: SwapState): boolean => state === "open";
export const isAgreed = (state: SwapState): boolean => state === "agreed";

/** `match`: cards that fit, proposed by us. `ask`: somebody would like one card. */
export const SWAP_KINDS = ["match", "ask"] as const;
export type SwapKind = (typeof SWAP_KINDS)[number];

const DAY = 24 * 60 * 60 * 1_000;

/** How long a card stands, in days, and how many before that its owner is reminded, once. */
export const CARD_DAYS = 90;
export const REMINDED_DAYS = 7;
/** How long a swap waits for answers, and after how many days it is asked whether it took place. */
export const ANSWER_DAYS = 14;
export const DONE_DAYS = 60;
/** How long we keep what is over, in days: a card off the board, and a swap whatever became of it. */
export const KEEP_SWAP_DAYS = 120;
/** How long after a change we look for what fits, in minutes: whoever mends a card does not have half of it proposed. */
export const LOOK_MINUTES = 5;

/** So many days after an instant, or before it. */
export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY);

/** What a card says. `way` is null of seats, `seats` 0 of all else; an empty `area` of `see` is anything. */
export type CardSays = {
  kind: CardKind;
  way: SwapWay | null;
  seats: number;
  area: string;
  days: string;
  managerAgreed: boolean;
  line: string;
};

/** A card as everybody with a place reads it: whose it is stays unsaid. `left` counts seats. */
export type CardView = CardSays & { id: string; sector: string; left: number };

/** `expiresAt` is ISO 8601; `reason` why the crew hid it. */
export type OwnCard = CardView & { state: CardState; reason: string; expiresAt: string };

/** One who takes part in a swap: shows with `show`, and sees with `see`. Null where no card says it. */
export type SwapPerson = { me: boolean; sector: string; show: CardView | null; see: CardView | null };

export type SwapContact = { name: string; organisation: string; email: string };

/**
 * A swap as one who takes part in it reads it. Each shows to the next, the last of a match to the first; of an ask the
 * first to the second. `contacts` are the others’, and empty before all said yes. `lapsesAt` is ISO 8601.
 */
export type SwapView = {
  id: string;
  kind: SwapKind;
  state: SwapState;
  /** What this reader said. */
  said: boolean | null;
  /** How many said yes. */
  yes: number;
  people: readonly SwapPerson[];
  contacts: readonly SwapContact[];
  lapsesAt: string;
  done: boolean;
};

/** Of whom, and to whom, somebody shows in a swap, by position. */
export function legsOf(kind: SwapKind, people: number): readonly (readonly [number, number])[] {
  if (kind === "ask") return [[0, 1]];
  return Array.from({ length: people }, (_, from) => [from, (from + 1) % people] as const);
}

/** Counts that anybody may read: below this, one is known by it. */
const ENOUGH = 5;

/** A count as anybody may read it. @returns null for a few, which are not shown */
export const shownCount = (n: number): number | null => (n < ENOUGH ? null : n);

/** What became of swaps between two sectors, in the direction of showing. */
export type SwapCount = { from: string; to: string; agreed: number; done: number };

/** Rows that belong together, in the order of their first. */
export function groupsOf<Row>(rows: readonly Row[], by: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const known = groups.get(by(row));
    if (known) known.push(row);
    else groups.set(by(row), [row]);
  }
  return [...groups.values()];
}
