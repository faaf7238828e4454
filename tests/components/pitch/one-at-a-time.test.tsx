/** One pitch at a time, as it is drawn when it is opened. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { OneAtATime } from "#components/pitch/one-at-a-time.tsx";
import { keepSeen } from "#components/pitch/seen.ts";
import type { Raising } from "#components/voting/raising.ts";
import { ownOrder } from "#domain/pitch/own-order.ts";
import { BLANK_PITCH, type PitchView } from "#domain/pitch.ts";
import { oneAtATime as words } from "#messages/en/one-at-a-time.ts";
import { voting } from "#messages/en/voting.ts";

const IDS = ["a", "b", "c"];
const PITCHES = IDS.map(
  (id): PitchView => ({
    ...{ ...BLANK_PITCH, id, title: `Title ${id}`, hosts: ["Ama"] },
    ...{ at: "2026-07-14T10:00:00.000Z", saidAt: null },
  }),
);
const open: Raising = {
  ...{ up: (id) => id === "a", state: () => "saved", count: () => 1, dots: null, left: null },
  raise: () => undefined,
};

/** For whoever holds the phone, who has seen these. */
function drawn(owner: string, seen: readonly string[], raising: Raising, closed = false): string {
  keepSeen("camp", owner, seen);
  const page = (
    <OneAtATime slug="camp" pitches={PITCHES} onBack={() => undefined} {...{ raising, owner, closed }} />
  );
  return renderToStaticMarkup(page)
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
}

test("it begins with the first of one's own order that was not seen, and says which it is of how many", () => {
  const order = ownOrder(IDS, "ama");
  expect(drawn("ama", [], open)).toContain(`1 of 3 Title ${order[0]}`);
  expect(drawn("ama", [order[0]!], open)).toContain(`2 of 3 Title ${order[1]}`);
});

test("whoever has seen them all is told so, with how many they would come to, and can begin again", () => {
  const text = drawn("ben", IDS, open);
  for (const said of [words.end.title, "You have 1 hand up.", words.end.change, words.end.again])
    expect(text).toContain(said);
});

test("where hands are closed it says so, and where they are not open yet it does not", () => {
  const shut = { ...open, raise: null };
  expect(drawn("mei", [], shut, true)).toContain(words.closed);
  expect(drawn("mei", [], shut, true)).not.toContain(voting.come);
  expect(drawn("mei", [], shut)).not.toContain(words.closed);
  expect(drawn("rhys", IDS, { ...shut, up: () => false })).not.toContain(words.end.none);
});
