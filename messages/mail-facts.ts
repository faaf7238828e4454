/** What the words of a mail are told, in every language, and what they make of it. */
import type { Status } from "#domain/registration.ts";

/** One piece of a body. */
export type Block = string | { code: string } | { link: string; says: string };

export type Written = { subject: string; body: readonly Block[] };

/** What mails about a registration know. `code` is empty where none was made. */
export type CampFacts = {
  camp: string;
  /** "Friday 14 July" */
  day: string;
  place: string;
  name: string;
  /** The private page, as a whole address. */
  page: string;
  code: string;
  status: Status;
  /** "4pm on Tuesday 4 July", while an offer stands. */
  until: string;
  /** How many hours a held place waits for the code, from this mail. */
  hours: number;
  /** Why an organiser did it, in their words. */
  reason: string;
  /** The camp is over, which is why an offer ended. */
  over: boolean;
};

/** What is new about a camp. Each change as people read it; an empty `until` where no offer stands. */
export type ChangeFacts = CampFacts & {
  changes: readonly { what: "date" | "doors" | "place" | "zone"; was: string; is: string }[];
};

export type SignInFacts = { code: string; link: string };
/** What mails to the crew know. `role` is one or several, as `rolesText` in domain/permission.ts writes them. */
export type CrewFacts = { camp: string; by: string; role: string; link: string };
