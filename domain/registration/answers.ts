/** What a person is asked when they register, and may change later. Every form that asks is made from this table. */
import { LONGEST, RANGES } from "#domain/limits.ts";
import type { RegistrationForm } from "#domain/registration.ts";

/** What somebody tells of themselves; their address is proven, not told. */
export type Answers = Omit<RegistrationForm, "id" | "email" | "more">;

export const STEPS = ["you", "work", "day"] as const;
export type Step = (typeof STEPS)[number];

type Question = {
  step: Step;
  kind: "text" | "longText" | "sector" | "number" | "tick";
  required?: true;
  longest?: number;
  /** Of a number, which is chosen. */
  most?: number;
};

const QUESTIONS = {
  name: { step: "you", kind: "text", required: true, longest: LONGEST.personName },
  email: { step: "you", kind: "text", required: true, longest: LONGEST.email },
  sectorId: { step: "work", kind: "sector", required: true },
  organisation: { step: "work", kind: "text", longest: LONGEST.organisation },
  firstTime: { step: "work", kind: "tick" },
  access: { step: "day", kind: "longText", longest: LONGEST.access },
  companions: { step: "day", kind: "number", most: RANGES.companions.max },
  companionsNote: { step: "day", kind: "text", longest: LONGEST.companionsNote },
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

/** What somebody needs, and whom they bring along for it: one thing to agree to, to read and to delete. */
export type Needs = Pick<Answers, "access" | "companions" | "companionsNote">;

/** What is left where none are told, or kept. */
export const NO_NEEDS = {
  ...{ access: "", companions: 0, companionsNote: "" },
  accessAgreed: false,
} as const satisfies Needs & Pick<Answers, "accessAgreed">;

/** The answers of anything that holds them. */
export function answersOf(all: Answers): Answers {
  const { name, sectorId, organisation, firstTime, access, photos } = all;
  // Forms that were kept before these were asked have none.
  const needs = { access, companions: all.companions ?? 0, companionsNote: all.companionsNote ?? "" };
  // An agreement goes with what it was given for.
  const accessAgreed = saysNeeds(needs) && all.accessAgreed === true;
  return { name, sectorId, organisation, firstTime, ...needs, accessAgreed, photos };
}

/** Whether somebody says anything of what they need. */
export function saysNeeds({ access, companions, companionsNote }: Needs): boolean {
  return access !== "" || companions > 0 || companionsNote !== "";
}

/** Whether somebody says what they need and has not agreed that it is read: nobody may keep it then. */
export function lacksAgreement(all: Needs & Pick<Answers, "accessAgreed">): boolean {
  return saysNeeds(all) && !all.accessAgreed;
}

/** Whether somebody says what those do who come along, and not how many they are. */
export function lacksNumber({ companions, companionsNote }: Omit<Needs, "access">): boolean {
  return companionsNote !== "" && companions === 0;
}
