/** What the crew does with a pitch, as the form's `act`. */
export const CREW_ACTS = ["call", "back", "withdraw", "restore"] as const;
export type CrewAct = (typeof CREW_ACTS)[number];
