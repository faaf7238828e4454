/**
 * Equality questions: what is asked and what can be answered, after the wording that public bodies in the UK use, and
 * what is said around them.
 */

import { ENOUGH } from "#domain/equality/disclosure.ts";
import type { Choices, EqualityQuestion, UNSAID } from "#domain/equality.ts";
import { count, number } from "#messages/counts.ts";

const n = (value: number) => number(value, "en-GB");

type Asked = {
  /** As organisers choose it and read it. */
  name: string;
  ask: string;
  hint?: string;
};

const questions: {
  [Q in EqualityQuestion]: Asked & { answers: Record<Exclude<Choices[Q], typeof UNSAID>, string> };
} = {
  age: {
    name: "Age",
    ask: "How old are you?",
    answers: {
      under_25: "Under 25",
      "25_34": "25 to 34",
      "35_44": "35 to 44",
      "45_54": "45 to 54",
      "55_64": "55 to 64",
      "65_over": "65 or over",
    },
  },
  sex: {
    name: "Sex",
    ask: "What is your sex?",
    answers: { female: "Female", male: "Male" },
  },
  gender: {
    name: "Gender",
    ask: "How do you describe your gender?",
    answers: { woman: "Woman", man: "Man", non_binary: "Non-binary", another: "In another way" },
  },
  same_as_birth: {
    name: "Gender and sex registered at birth",
    ask: "Is your gender the same as the sex you were registered with at birth?",
    answers: { yes: "Yes", no: "No" },
  },
  ethnic_group: {
    name: "Ethnic group",
    ask: "What is your ethnic group?",
    answers: {
      asian: "Asian or Asian British",
      black: "Black, Black British, Caribbean or African",
      mixed: "Mixed or multiple ethnic groups",
      white: "White",
      another: "Another ethnic group",
    },
  },
  disability: {
    name: "Disability",
    ask: "Does a disability or a lasting health condition make everyday things harder for you?",
    hint: "Of body or mind, for 12 months or more. What you need for the day is asked on your own page, not here.",
    answers: { a_lot: "Yes, a lot", a_little: "Yes, a little", no: "No" },
  },
  religion: {
    name: "Religion or belief",
    ask: "What is your religion or belief?",
    answers: {
      none: "None",
      buddhist: "Buddhist",
      christian: "Christian",
      hindu: "Hindu",
      jewish: "Jewish",
      muslim: "Muslim",
      sikh: "Sikh",
      another: "Another religion or belief",
    },
  },
  orientation: {
    name: "Sexual orientation",
    ask: "Which describes your sexual orientation best?",
    answers: {
      straight: "Heterosexual or straight",
      gay_lesbian: "Gay or lesbian",
      bisexual: "Bisexual",
      another: "Another orientation",
    },
  },
  partnership: {
    name: "Marriage and civil partnership",
    ask: "Are you married or in a civil partnership?",
    answers: { yes: "Yes", no: "No" },
  },
  maternity: {
    name: "Pregnancy and maternity",
    ask: "Are you pregnant, or have you had a baby in the last 12 months?",
    answers: { yes: "Yes", no: "No" },
  },
  caring: {
    name: "Caring",
    ask: "Do you look after somebody, without being paid for it?",
    answers: {
      children: "Yes, children",
      adults: "Yes, one adult or more",
      both: "Yes, children and adults",
      no: "No",
    },
  },
};

export const equality = {
  title: "Equality questions",
  questions,
  unsaid: "Prefer not to say",

  /** On the private page. */
  part: {
    what: "A few questions about who comes. You need not answer, nothing depends on it, and nobody at the camp can see what you say.",
    link: "Answer the equality questions",
    answered: "You have answered the equality questions. Thank you.",
  },

  form: {
    lede: (camp: string) =>
      `They show ${camp} whom it reaches, and whom it does not. Answer all of them, some or none.`,
    promises: [
      "Nothing here decides anything: not your place, not your turn.",
      "Each answer is added to a count, without your name or when you gave it. Nobody at the camp can see what you said, the organisers included.",
      `Organisers see a count once at least ${ENOUGH} people are in it, in steps of ${ENOUGH}, and never on the day somebody answers.`,
      "You can send them once. Nobody can tell afterwards which were yours, so nobody can change them or take them back.",
    ],
    nothing: "Choose an answer to at least one question, or go back to your page without sending anything",
    send: "Send my answers",
    sending: "Sending",
    back: "Back to your page",
  },

  thanks: {
    title: "Thank you",
    body: "Your answers are counted. Nobody can tell which were yours, so they cannot be changed or taken back.",
  },

  settings: {
    hint: `Whoever has proven their address and has a place, or waits for one, finds them on a page of their own and need not answer. You see counts of at least ${ENOUGH} people, and never what somebody said. Nothing is decided by them. Ask only what you will act on.`,
    legend: "What you ask",
    once: "Everybody answers once, so choose before registering opens: whoever has answered is not asked what you add later. What you take away is deleted, with what was answered to it.",
  },

  desk: {
    link: "Equality",
    lede: "Who comes or waits to, by their own answers. Nothing is decided by them, and nobody is named.",
    how: `Counts are rounded down to steps of ${ENOUGH}. They are renewed at most once a day, once at least ${ENOUGH} more people have answered. There is no total. Otherwise somebody could work out what one person said.`,
    kept: (days: number) =>
      `They are deleted ${count(days, { one: "# day", other: "# days" }, "en-GB")} after the camp.`,
    none: "No equality questions are asked",
    noneNext: "Choose what to ask in the settings",
    early: "No counts to show yet",
    earlyWhy: `They come the day after at least ${ENOUGH} people have answered, of each answer that at least ${ENOUGH} have given.`,
    answer: "Answer",
    people: "People",
    atLeast: (people: number) => `${n(people)} or more`,
    fewer: `fewer than ${n(ENOUGH)}`,
  },
};
