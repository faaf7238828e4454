/** What the crew does with a pitch; a form with `pitch` and `act` carries it. */
export const CREW_ACTS = ["call", "back", "withdraw", "restore"] as const;
export type CrewAct = (typeof CREW_ACTS)[number];
