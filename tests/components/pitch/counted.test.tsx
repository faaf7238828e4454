import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { PitchLine } from "#components/pitch/line.tsx";
import type { Phase, TallyRule } from "#domain/event.ts";
import { cutFor } from "#domain/live/audience.ts";
import { audience } from "#messages/en/audience.ts";
import { pitchDesk } from "#messages/en/pitch-desk.ts";
import { event, pitch, whole } from "#tests/support/snapshot.ts";

const live = vi.hoisted(() => ({ now: {} as unknown }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ push: () => {} }) }));
vi.mock("#components/live/provider.tsx", () => ({ useSnapshot: () => live.now }));

const facts = { hosts: [], before: 0, expected: null };
const draft = {
  ...whole.draft!,
  pitches: { a: { ...facts, room: 23 }, b: { ...facts, paper: 6 } },
  crowd: { people: 60, places: 86, basis: "checked_in" as const },
};

/** The table as a desk has it, drawn for somebody who may count or only looks. */
function drawn({ phase = "pitching" as Phase, tally = "shown" as TallyRule, counts = true } = {}) {
  const shown = { event: { ...event, phase, tally }, pitches: [pitch("a"), pitch("b")], unlisted: "" };
  live.now = cutFor({ ...whole, ...shown, v: 5, draft }, "crew", shown);
  const act = counts ? async () => null : null;
  const count = counts ? async () => ({ refusal: null, noted: null }) : null;
  return renderToStaticMarkup(<PitchLine act={act} count={count} />);
}

const fieldsOf = (html: string) =>
  [...html.matchAll(/<input[^>]*data-count="(\w+)"[^>]*>/g)].map(([field, what]) => [
    what,
    field.match(/value="(\d*)"/)?.[1],
  ]);

test("there is a field for each count of each pitch, with what is known of it", () => {
  expect(fieldsOf(drawn())).toEqual([
    ["room", "23"],
    ["paper", ""],
    ["room", ""],
    ["paper", "6"],
  ]);
});

test("every number says what it goes by, and below the table whom sessions are shared out among", () => {
  const html = drawn();
  expect(html).toContain(audience.by.room);
  expect(html).toContain(audience.by.paper);
  expect(html).toContain(audience.crowd.checked_in("60", "86"));
});

test("whoever only looks reads the counts, and so does everybody once the sessions are over", () => {
  for (const html of [drawn({ counts: false }), drawn({ phase: "after" })]) {
    expect(fieldsOf(html)).toEqual([]);
    expect(html).toMatch(/<td[^>]*>23<\/td>/);
    expect(html).not.toContain(pitchDesk.counted.how);
  }
});

test("where counts are kept the fields are empty and say so, and no number is shown", () => {
  const html = drawn({ tally: "after_closed" });
  expect(fieldsOf(html).map(([, value]) => value)).toEqual(["", "", "", ""]);
  expect(html.match(new RegExp(`placeholder="${pitchDesk.counted.hidden}"`, "g"))).toHaveLength(4);
  expect(html).not.toContain("23");
  const looking = drawn({ tally: "after_closed", counts: false });
  expect(looking.split(pitchDesk.kept)).toHaveLength(1 + 8);
});

test("a count above the people there are says so where it is typed, and a count of all of them does not", () => {
  const many = pitchDesk.counted.many.checked_in("60");
  draft.pitches.a.room = 60;
  expect(drawn()).not.toContain(many);
  draft.pitches.a.room = 61;
  expect(drawn()).toContain(many);
  expect(drawn({ counts: false })).not.toContain(many);
  draft.pitches.a.room = 23;
});
