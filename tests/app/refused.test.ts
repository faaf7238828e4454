/**
 * Every action outside the desk, asked for by whoever lost what it takes meanwhile: a place, a camp that can be seen, a
 * registration. Each says so in words where they acted, and none answers that the page is not there: then what was
 * typed would be lost. What is new and not in the lists below fails.
 */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { FRESH } from "#app/respond.ts";
import { closeDatabase } from "#db/connection.ts";
import { startDevice } from "#db/device.ts";
import type { Refusal } from "#domain/refusal.ts";
import { refusal } from "#messages/en/refusal.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { formOf, outcome } from "#tests/support/forms.ts";
import { type PitchingCamp, pitchingCamp } from "#tests/support/pitching.ts";
import { sources } from "#tests/support/sources.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (asker.token ? { value: asker.token } : undefined), set: () => {} }),
  headers: async () => new Headers(),
}));

const PITCH = "01a2140c-08fe-7ccc-9585-bd7a1bdcaab6";

/** With the form that each takes; what a form itself is told about is in other tests. */
const typed = { pitch: PITCH, act: "withdraw", id: PITCH, title: "Job swaps", device: PITCH, keep: "none" };
const form = () =>
  formOf({
    ...typed,
    ...{ token: "x".repeat(40), code: "123456", email: "ama@example.org", camp: "no-such-camp" },
    until: "2026-07-01",
  });

/** At a camp: what is said where this browser holds no place. */
const AT_A_CAMP: Readonly<Record<string, readonly unknown[]>> = {
  "app/e/[event]/actions.ts comeBackToLine": [null],
  "app/e/[event]/actions.ts standBeside": [null],
  "app/e/[event]/me/day.ts endMyDay": [FRESH],
  "app/e/[event]/me/day.ts followMyDay": [FRESH],
  "app/e/[event]/me/day.ts sendMyDay": [FRESH],
  "app/e/[event]/heads/actions.ts countThem": [{ heads: null, said: "", refusal: null }],
  "app/e/[event]/me/actions.ts actOnPitch": [null],
  "app/e/[event]/me/actions.ts answerAsked": [null],
  "app/e/[event]/me/actions.ts endPass": [FRESH],
  "app/e/[event]/me/actions.ts openOwnPage": [FRESH],
  "app/e/[event]/me/told.ts askToBeTold": [],
  "app/e/[event]/me/told.ts endTelling": [],
  "app/e/[event]/ask/[pitch]/actions.ts askForChange": [PITCH, FRESH],
  "app/e/[event]/ask/[pitch]/actions.ts standBehind": [PITCH, FRESH],
  "app/e/[event]/swaps/actions.ts press": [FRESH],
  "app/e/[event]/swaps/actions.ts put": [FRESH],
  "app/e/[event]/sessions/[session]/notes/keep/actions.ts decide": [PITCH, FRESH],
  "app/e/[event]/sessions/[session]/notes/keep/actions.ts restore": [PITCH, FRESH],
  "app/e/[event]/telling.ts putTellingsAway": [],
  "app/e/[event]/write-up/actions.ts remove": [PITCH, FRESH],
  "app/e/[event]/write-up/actions.ts save": [PITCH, FRESH],
  "app/e/[event]/pitch/actions.ts bring": [FRESH],
  "app/e/[event]/pitch/actions.ts change": [PITCH, FRESH],
  "app/e/[event]/pitch/[pitch]/hosts/actions.ts ask": [PITCH, FRESH],
  "app/e/[event]/pitch/[pitch]/hosts/actions.ts takeBack": [null],
  "app/e/[event]/pitch/[pitch]/report/actions.ts report": [PITCH, FRESH],
};

/** By the crew on its phones: what is said to whoever is signed in no more; who of it may is told elsewhere. */
const BY_THE_CREW = [
  ...["letBack", "letIn"].map((name) => `app/e/[event]/door/walk-in/actions.ts ${name}`),
  ...["call", "sayOfCall"].map((name) => `app/e/[event]/calling.ts ${name}`),
  "app/e/[event]/rota/actions.ts tapTask",
];

/** Elsewhere: what is said to whoever has nothing. */
const ELSEWHERE: Readonly<Record<string, Refusal>> = {
  "app/demo/actions.ts becomeCamper": "not_found",
  "app/demo/actions.ts becomeNext": "not_found",
  "app/demo/actions.ts becomeOrganiser": "not_found",
  "app/desk/new/actions.ts startCamp": "signed_out",
  "app/devices/actions.ts end": "signed_out",
  "app/devices/actions.ts endAll": "signed_out",
  "app/sign-in/passkeys/actions.ts add": "signed_out",
  "app/sign-in/passkeys/actions.ts beginToAdd": "signed_out",
  "app/sign-in/passkeys/actions.ts beginToUse": "passkey_not_here",
  "app/sign-in/passkeys/actions.ts remove": "signed_out",
  "app/sign-in/passkeys/actions.ts use": "passkey_not_here",
  "app/sign-in/actions.ts enterCode": "code_expired",
  "app/sign-in/actions.ts openLink": "code_expired",
};

/** On a private page, with its address gone: these ask for no more than the token, or for a code, a day or an answer as well. */
const ON_A_PRIVATE_PAGE = [
  ...["accept", "decline", "erase", "leave", "mend", "pause", "proveByCode", "proveByLink"],
  ...["rejoin", "rejoinLater", "release", "resume", "sendAgain", "takeBack", "usePhone"],
].map((name) => `app/e/[event]/r/[token]/actions.ts ${name}`);

/** The same in the files beside it. */
const BESIDE_IT = [
  ...["equality/actions.ts answer", "coming.ts sayUnsure", "coming.ts sayYes", "handing.ts callBack"],
  "second-address.ts removeAddress",
  ...["swaps/actions.ts openSwaps", "swaps/actions.ts tookPlace"],
  ...["comeBack", "leave", "sayOnTime", "sayRunningLate", "sayStandBy", "sayStandDown"].map(
    (name) => `day.ts ${name}`,
  ),
  ...["beginGroup", "joinGroup", "leaveGroup", "mayDivide", "mayNotDivide"].map(
    (name) => `together.ts ${name}`,
  ),
].map((name) => `app/e/[event]/r/[token]/${name}`);

/** The same behind the mail about a place that somebody hands on. */
const ON_A_TRANSFER = ["accept", "decline"].map(
  (name) => `app/e/[event]/transfer/[token]/actions.ts ${name}`,
);

/** The same behind the mail that asks a second address. */
const ON_A_SECOND_ADDRESS = ["app/e/[event]/second-address/[token]/actions.ts sayYes"];

/** The same behind the link at the foot of a mail to many. */
const ON_AN_UNSUBSCRIBE_PAGE = ["stop", "resume"].map(
  (name) => `app/e/[event]/unsubscribe/[token]/actions.ts ${name}`,
);

/** Nobody can have lost anything before these: they begin something, or look at the whole form first. */
const NOTHING_TO_LOSE = [
  "app/e/[event]/badge/actions.ts comeIn",
  "app/e/[event]/concern/actions.ts tell",
  "app/e/[event]/feedback/actions.ts give",
  "app/e/[event]/round-up/actions.ts add",
  "app/e/[event]/round-up/actions.ts report",
  "app/e/[event]/round-up/actions.ts takeOut",
  "app/e/[event]/sessions/[session]/notes/line/actions.ts askToTakeOut",
  "app/e/[event]/r/[token]/actions.ts change",
  "app/e/[event]/r/[token]/handing.ts handOn",
  "app/e/[event]/r/[token]/second-address.ts addAddress",
  "app/setup/actions.ts becomeOwner",
  "app/sign-in/actions.ts ask",
];

type Action = (...given: unknown[]) => Promise<unknown>;
const actions = new Map<string, Action>();

let camp: PitchingCamp;
let draft: PitchingCamp;
let emptyHanded: string;

beforeAll(async () => {
  const { db, url } = await freshDatabase();
  process.env.DATABASE_URL = url;
  camp = await pitchingCamp(db);
  draft = await pitchingCamp(db, "draft");
  emptyHanded = (await startDevice(db, {})).token;
  for (const { path, text } of sources()) {
    if (!text.startsWith('"use server"') || !/^app\/(?!design\/|e\/\[event\]\/desk\/)/.test(path)) continue;
    const found = (await import(/* @vite-ignore */ `../../${path}`)) as Record<string, Action>;
    for (const [name, action] of Object.entries(found)) actions.set(`${path} ${name}`, action);
  }
});
afterAll(closeDatabase);

/** Asked by a browser without a cookie, and by one whose cookie is good for nothing here. */
async function saidBy(key: string, ...given: unknown[]): Promise<unknown[]> {
  const said: unknown[] = [];
  for (const token of ["", emptyHanded]) {
    asker.token = token;
    const answer = (await outcome(() => actions.get(key)!(...given, form()))) as Told;
    said.push(answer?.refusal?.what ?? answer?.what ?? answer);
  }
  return said;
}
type Told = { what?: string; refusal?: { what: string } | null } | null;

const twice = (code: Refusal) => [refusal[code].what, refusal[code].what];

test("all of them are in a list", () => {
  const listed = [
    ...Object.keys(AT_A_CAMP),
    ...BY_THE_CREW,
    ...Object.keys(ELSEWHERE),
    ...ON_A_PRIVATE_PAGE,
    ...BESIDE_IT,
    ...ON_A_TRANSFER,
    ...ON_A_SECOND_ADDRESS,
    ...ON_AN_UNSUBSCRIBE_PAGE,
    ...NOTHING_TO_LOSE,
  ];
  expect([...actions.keys()].sort()).toEqual(listed.sort());
});

test.each(Object.entries(AT_A_CAMP))(
  "%s says that there is no place, or no such camp",
  async (key, before) => {
    expect(await saidBy(key, camp.slug, ...before)).toEqual(twice("no_ticket"));
    for (const slug of [draft.slug, "no-such-camp", null])
      expect(await saidBy(key, slug, ...before), String(slug)).toEqual(twice("not_found"));
  },
);

test.each(BY_THE_CREW)("%s says that nobody is signed in", async (key) => {
  for (const slug of [camp.slug, draft.slug, "no-such-camp", null])
    expect(await saidBy(key, slug, FRESH), String(slug)).toEqual(twice("signed_out"));
});

test.each(Object.entries(ELSEWHERE))("%s says why it does nothing", async (key, code) => {
  expect(await saidBy(key, FRESH)).toEqual(twice(code));
});

test.each([
  ...ON_A_PRIVATE_PAGE,
  ...BESIDE_IT,
  ...ON_A_TRANSFER,
  ...ON_A_SECOND_ADDRESS,
  ...ON_AN_UNSUBSCRIBE_PAGE,
])("%s says that its address leads nowhere", async (key) => {
  expect(await saidBy(key, FRESH)).toEqual(twice("not_found"));
});
