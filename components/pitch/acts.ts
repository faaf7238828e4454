/** What the crew does with a pitch, as the form's `act`. */
export const CREW_ACTS = ["call", "back", "withdraw", "restore"] as const;
export type CrewAct = (typeof CREW_ACTS)[number];

/** Whom whoever calls the next one saw at the front, where nobody was. */
export const NOBODY = "nobody";

/** What somebody does about a pitch of somebody else: stand beside its host, host it, or neither after all. */
export const BESIDE_ACTS = ["stand", "host", "stepBack"] as const;

/** What the crew decides about a pitch that was reported or hidden. */
export const REPORT_ACTS = ["keep", "show"] as const;

/** What somebody does with a pitch of their own on their page. */
export const OWN_ACTS = ["withdraw", "restore", "host", "stepBack", "part"] as const;
export type OwnAct = (typeof OWN_ACTS)[number];

/** Answers to a question about hosting: `pitch` is the question's id. */
export const HOST_ANSWERS = ["acceptHost", "declineHost"] as const;

/** The same about a pitch of theirs and another. */
export const TOGETHER_ACTS = ["ask", "agree", "decline", "takeBack"] as const;
export type TogetherAct = (typeof TOGETHER_ACTS)[number];
