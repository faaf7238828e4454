/** What a person is asked when they register, and may change later. Every form that asks is made from this table. */
import { LONGEST } from "#domain/limits.ts";
import type { RegistrationForm } from "#domain/registration.ts";

/** What somebody tells of themselves; their address is proven, not told. */
export type Answers = Omit<RegistrationForm, "id" | "email" | "more">;

export const STEPS = ["you", "work", "day"] as const;
export type Step = (typeof STEPS)[number];

type Question = {
  step: Step;
  kind: "text" | "longText" | "sector" | "tick";
  required?: true;
  longest?: number;
};

const QUESTIONS = {
  name: { step: "you", kind: "text", required: true, longest: LONGEST.personName },
  email: { step: "you", kind: "text", required: true, longest: LONGEST.email },
  sectorId: { step: "work", kind: "sector", required: true },
  organisation: { step: "work", kind: "text", longest: LONGEST.organisation },
  firstTime: { step: "work", kind: "tick" },
  access: { step: "day", kind: "longText", longest: LONGEST.access },
  accessAgreed: { step: "day", kind: "tick" },
  photos: { step: "day", kind: "tick" },
} as const satisfies Record<Exclude<keyof RegistrationForm, "id" | "more">, Question>;

export type Asked = keyof typeof QUESTIONS;

export const ASKED = Object.keys(QUESTIONS) as Asked[];

/** The questions of one screen, in order. */
export function askedOn(step: Step): Asked[] {
  return ASKED.filter((name) => QUESTIONS[name].step === step);
}

/** How one is answered. */
export function questionOf(name: Asked): Question {
  return QUESTIONS[name];
}

/** The answers of anything that holds them. */
export function answersOf(all: Answers): Answers {
  const { name, sectorId, organisation, firstTime, access, photos } = all;
  // An agreement goes with what it was given for; forms that were kept before it was asked have none.
  const accessAgreed = access !== "" && all.accessAgreed === true;
  return { name, sectorId, organisation, firstTime, access, accessAgreed, photos };
}

/** Whether somebody says what they need and has not agreed that it is read: nobody may keep it then. */
export function lacksAgreement({ access, accessAgreed }: Pick<Answers, "access" | "accessAgreed">): boolean {
  return access !== "" && !accessAgreed;
}
