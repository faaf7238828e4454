/**
 * Whatever somebody sends to an action by hand, it answers with a sentence or with "not found", and throws nothing
 * that would be a fault in the log. Only Next's own request is played here; the actions and the database are real.
 */
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { closeDatabase } from "#db/connection.ts";
import { holdTicket, startDevice } from "#db/device.ts";
import { keepImports } from "#db/import/asking.ts";
import { ImportThread } from "#db/import/import-thread.ts";
import { person } from "#db/schema/person.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { outcome } from "#tests/support/forms.ts";
import { camper, organiser, type PitchingCamp, pitchingCamp } from "#tests/support/pitching.ts";
import { sources } from "#tests/support/sources.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => ({ value: asker.token }), set: () => {} }),
  headers: async () => new Headers(),
}));

const NOBODY = "01a2140c-08fe-7ccc-9585-bd7a1bdcaab6";

let camp: PitchingCamp;
let imports: ImportThread;

beforeAll(async () => {
  const { db, url } = await freshDatabase();
  process.env.DATABASE_URL = url;
  imports = new ImportThread(url);
  keepImports(imports);
  camp = await pitchingCamp(db);
  const dan = await organiser(db, camp);
  await db.update(person).set({ owner: true });
  const { id, token } = await startDevice(db, { personId: dan.personId });
  await holdTicket(db, id, (await camper(db, camp, "Priya")).registrationId);
  asker.token = token;
});
afterAll(async () => {
  await imports.end();
  await closeDatabase();
});

/** Texts that have made trouble in one program or another. */
const TEXTS = ["", "a\0b\ud800", "\u200b", "9".repeat(150_000), "0026-07-14", "💥\u202e"];

const HOSTILE: readonly unknown[] = [
  ...TEXTS,
  null,
  undefined,
  Number.NaN,
  [["a"]],
  { toString: 1 },
  new File(["x"], "x"),
];

/** Every name that a field of ours has, and some that are none. */
const NAMES = [
  ...["name", "email", "role", "slug", "day", "doors", "zone", "capacity", "strapline", "place", "mark"],
  ...[
    "lineLimit",
    "holdHours",
    "offerHours",
    "dots",
    "tally",
    "offersOn",
    "title",
    "line",
    "kind",
    "voice",
    "noteLevel",
    "needs",
    "hosts",
    "id",
  ],
  ...[
    "pitch",
    "act",
    "person",
    "device",
    "token",
    "code",
    "registration",
    "move",
    "reason",
    "from",
    "to",
    "camp",
  ],
  ...["group", "sectorId", "subject", "body", "mail", "agreement", "replyTo"],
  ...["step", "sheet", "confirmed", "__proto__", "$ACTION_ID"],
  ...["name", "capacity", "directions", "features", "id", "remove"].map((part) => `room.0.${part}`),
  ...["kind", "title", "day", "starts", "ends", "id"].map((part) => `slot.999.${part}`),
  ...["name", "id"].map((part) => `sector.0.${part}`),
];

function spoilt(value: string | File, times: number): FormData {
  const form = new FormData();
  for (const name of NAMES) for (let n = 0; n < times; n++) form.append(name, value);
  return form;
}

const FORMS = () => [
  ...TEXTS.map((text) => spoilt(text, 1)),
  spoilt("a", 3),
  spoilt(new File(["\0"], "x.csv"), 1),
  spoilt(new File([], ""), 1),
];

/** A file in each step of an import. */
const STEPS = () =>
  ["confirm", "look", "again"].map((step) => {
    const form = spoilt(new File(["title\n\0"], "x.csv"), 1);
    form.set("step", step);
    return form;
  });

/** The inside of an object that an action of the grid takes, with one part spoilt. */
const OBJECTS = ["\0", null, 7, [], {}, "9".repeat(150_000)].flatMap((value) => [
  {
    pitchId: value,
    cell: value,
    seen: value,
    from: value,
    pinned: value,
    expected: value,
    suggestion: value,
  },
  { pitchId: NOBODY, cell: { slotId: value, roomId: value }, seen: { from: null, there: [value] } },
  [{ pitchId: value, slotId: value, roomId: value, pinned: value }],
]);

type Action = (...given: unknown[]) => Promise<unknown>;
const files = sources().filter(
  ({ path, text }) => /^app\/(?!design)/.test(path) && text.startsWith('"use server"'),
);

/** Everything in an answer that a person would read as a complaint. */
function saidIn(answer: unknown): string[] {
  const {
    errors = {},
    error = null,
    refusal = null,
  } = (answer ?? {}) as {
    errors?: Record<string, string>;
    error?: string | null;
    refusal?: { what: string; next: string } | null;
  };
  return [
    ...Object.values(errors),
    ...(error ? [error] : []),
    ...(refusal ? [refusal.what, refusal.next] : []),
  ];
}

test("every action under app/ is asked here", () => {
  expect(files.length).toBeGreaterThan(12);
});

describe.each(files.map(({ path }) => path))("%s", (path) => {
  test("answers in our words, or not at all", async () => {
    const actions = Object.entries(
      (await import(/* @vite-ignore */ `../../${path}`)) as Record<string, Action>,
    );
    expect(actions).not.toEqual([]);
    const forms = [...FORMS(), ...(path.includes("/import/") ? STEPS() : [])];
    for (const [name, action] of actions) {
      const before = path.startsWith("app/e/") && !path.includes("[token]") ? [camp.slug] : [];
      const after = (value: unknown) => [...before, ...Array(4).fill(value)];
      const last = (form: unknown) =>
        [...before, ...Array(action.length).fill(null)].slice(0, action.length - 1).concat(form);
      const asked = [
        ...forms.map(last),
        ...HOSTILE.flatMap((value) => [after(value), Array(5).fill(value), last(value)]),
        ...(path.includes("/grid/") ? OBJECTS.map((value) => [...before, value]) : []),
      ];
      for (const given of asked) {
        const said = saidIn(await outcome(() => action(...given)));
        const odd = said.filter(
          (words) =>
            !/^[A-ZÀ-Ž‘“][^{}[\]]+$/s.test(words) || /^(Invalid|Expected|Too (big|small))/.test(words),
        );
        expect(odd, name).toEqual([]);
      }
    }
  }, 300_000);
});
