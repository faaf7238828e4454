/** What a sequence is made of: how a camp begins, and what is done to it one after the other. */
import fc from "fast-check";
import type { Pool } from "#domain/pool.ts";
import type { Round } from "#domain/registration/reconfirmation.ts";
import type { Way } from "#domain/release.ts";
import { DEEDS } from "../line-model.ts";
import { lengths } from "../sequences.ts";

export const DAY = 86_400_000;
export const HOUR = 3_600_000;
export const PEOPLE = 8;

/** What a sequence is mostly about: the line, places that people have, or a draw. All else happens in each as well. */
const THEMES = ["line", "places", "draw"] as const;
type Theme = (typeof THEMES)[number];

const who = fc.nat(PEOPLE - 1);
const often = [
  "register",
  "register",
  "register",
  "verify",
  "verify",
  "accept",
  "give_back",
  "pause",
] as const;
type Deed = keyof typeof DEEDS;
const ON_THE_DAY: readonly Deed[] = ["stand_by", "stand_by", "stand_by", "stand_down"];
const COMING: readonly Deed[] = ["say_yes", "say_unsure", "take_back", "call_back"];
const TOGETHER: readonly Deed[] = ["enter_alone", "may_be_divided", "may_not_be_divided"];
const deeds = (Object.keys(DEEDS) as Deed[]).filter(
  (deed) => !COMING.includes(deed) && !TOGETHER.includes(deed),
);
const DEEDS_OF = {
  line: [...often, ...deeds, ...ON_THE_DAY, "take_back"],
  places: [...often, ...deeds, ...COMING, ...COMING],
  draw: [...often, ...deeds, ...TOGETHER],
} as const satisfies Record<Theme, readonly Deed[]>;
/** With one other. */
const BETWEEN = {
  line: ["merge", "put_back_for"],
  places: ["merge", "hand_on", "hand_on"],
  draw: ["merge", "join_together", "join_together", "join_together"],
} as const;
/** To a place on its way to somebody. */
const TRANSFERS = ["take_over", "take_over", "turn_down", "bounce_back"] as const;
const some = fc.uniqueArray(who, { minLength: 1, maxLength: 3 });
const agreed = fc.boolean();
/** At somebody to whom it can be done (tests/support/line/aim.ts). */
const aimed = fc.constantFrom(true, true, true, true, false);

const ceilings = fc.constantFrom(null, null, null, 1, 3);
const pool = fc.record({ floor: fc.constantFrom(0, 0, 1, 2), ceiling: ceilings });
const sane = ({ floor, ceiling }: Pool) => ceiling === null || floor <= ceiling;
const phases = fc.constantFrom("draft", "tickets", "tickets", "tickets", "closed", "doors", "pitching");
const WAITS = { line: [1, 30, 72], places: [1, 30, 30, 72], draw: [1, 6, 12, 30] } as const;

const actsOf = (theme: Theme) =>
  fc.oneof(
    { weight: 16, arbitrary: fc.record({ deed: fc.constantFrom(...DEEDS_OF[theme]), who, aimed }) },
    {
      weight: 4,
      arbitrary: fc.record({ between: fc.constantFrom(...BETWEEN[theme]), who, other: who, aimed }),
    },
    {
      weight: theme === "places" ? 4 : 0,
      arbitrary: fc.record({ transfer: fc.constantFrom(...TRANSFERS), nth: fc.nat(3) }),
    },
    { weight: 2, arbitrary: fc.record({ offers: some, agreed, aimed }) },
    { weight: 1, arbitrary: fc.record({ brings: some, as: fc.constantFrom("places", "line"), agreed }) },
    {
      weight: theme === "draw" ? 4 : 0,
      arbitrary: fc.record({ draws: fc.constantFrom("6 13 20", "7 8 9") }),
    },
    {
      weight: theme === "line" ? 3 : 5,
      arbitrary: fc.record({ wait: fc.constantFrom(...WAITS[theme]).map((hours) => hours * HOUR) }),
    },
    { weight: 1, arbitrary: fc.record({ capacity: fc.integer({ min: 1, max: 5 }) }) },
    { weight: 1, arbitrary: fc.record({ lineLimit: fc.constantFrom(null, 2) }) },
    { weight: 1, arbitrary: fc.record({ offersOn: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ towards: phases }) },
    { weight: 1, arbitrary: fc.record({ letsGoUnproven: fc.constant(true) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        pools: fc.tuple(pool, pool, pool).filter((all) => all.every(sane)),
        organisationLimit: fc.constantFrom(null, null, 2),
        merges: fc.constantFrom(null, null, 2 * HOUR, 3 * DAY),
      }),
    },
  );

/** How far off the camp is, and how its people are asked whether they come. */
const FAR = { days: 200, rounds: [] as Round[], backDays: null };
const NEAR = [
  { days: 6, rounds: [5, 1] as Round[], backDays: 2 },
  { days: 15, rounds: [14, 5, 1] as Round[], backDays: 4 },
  { days: 2, rounds: [1] as Round[], backDays: null },
] as const;
const CALENDARS = {
  line: [FAR, FAR, NEAR[2]],
  places: [FAR, ...NEAR, NEAR[0]],
  draw: [FAR, NEAR[1]],
} as const;

/** Ways to give out places, in hours from the beginning; none for places that are all given out. */
type Given = { way: Way; places: number; opens: number; closes: number | null };
const FIRST: Given = { way: "first_come", places: 1, opens: 0, closes: null };
const RELEASES: Record<Theme, readonly (readonly Given[])[]> = {
  line: [[], [], [], [{ ...FIRST, places: 2 }]],
  places: [[], [], [FIRST]],
  draw: [
    [{ way: "draw", places: 2, opens: 0, closes: 10 }],
    [{ way: "draw", places: 3, opens: 0, closes: 20 }],
    [FIRST, { way: "draw", places: 2, opens: 1, closes: 20 }],
    [{ way: "batch", places: 2, opens: 0, closes: null }],
  ],
};

/** With some who have a place, and a line; where people enter a draw, some have. */
const PEOPLE_OF = {
  line: [null, "waiting", "waiting", "confirmed", "confirmed"],
  places: [null, null, "waiting", "confirmed", "confirmed"],
  draw: [null, "entered", "entered", "entered", "waiting"],
} as const;

const beginningsOf = (theme: Theme) =>
  fc.record({
    people: fc.array(fc.constantFrom(...PEOPLE_OF[theme]), { minLength: PEOPLE, maxLength: PEOPLE }),
    calendar: fc.constantFrom(...CALENDARS[theme]),
    releases: fc.constantFrom(...RELEASES[theme]),
    /** So many of those who enter a draw do so as one; 1 for each alone. */
    together: fc.constantFrom(1, 2, 3),
  });

/** A camp as it begins, and what is then done to it. */
export const stories = fc.constantFrom(...THEMES).chain((theme) =>
  fc.record({
    beginning: beginningsOf(theme),
    acts: fc.array(actsOf(theme), { ...lengths(), size: "max" }),
  }),
);

type Of<A> = A extends fc.Arbitrary<infer T> ? T : never;
type Story = Of<typeof stories>;
export type Act = Story["acts"][number];
export type Beginning = Story["beginning"];
