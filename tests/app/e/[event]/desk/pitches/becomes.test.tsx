/** What the page says before two pitches are merged, of hands that were counted by hand. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { countedOf, Half, whatHappens } from "#app/e/[event]/desk/pitches/[pitch]/merge/becomes.tsx";
import type { Counted } from "#domain/audience.ts";
import { pitchMerging as words } from "#messages/en/pitch-merging.ts";
import { pitch, whole } from "#tests/support/snapshot.ts";

const [stays, goes] = [pitch("a"), pitch("b")];
const facts = { hosts: [], before: 0, expected: null };
const counted = (a: Counted, b: Counted) => ({
  ...whole,
  draft: { ...whole.draft!, pitches: { a: { ...facts, ...a }, b: { ...facts, ...b } } },
});
const preview = { people: { all: 4, both: 0 } } as Parameters<typeof whatHappens>[1];
const happens = (a: Counted, b: Counted) => whatHappens(counted(a, b), preview, stays, goes);

test("the larger count of the room holds, and paper adds up", () => {
  expect(happens({ room: 23, paper: 6 }, { room: 9, paper: 5 })).toEqual(
    expect.arrayContaining([words.counted.roomThen(23), words.counted.paperThen(11)]),
  );
  expect(happens({}, { room: 9 })).toContain(words.counted.roomThen(9));
});

test("where nothing was counted, or counts are kept, nothing is said of it", () => {
  expect(happens({}, {}).join(" ")).not.toMatch(/counted|paper/);
  const kept = { ...whole, draft: null };
  expect(whatHappens(kept, preview, stays, goes).join(" ")).not.toMatch(/counted|paper/);
});

test("of each of the two it is shown what was counted, also none", () => {
  const live = counted({ room: 0 }, { paper: 6 });
  const half = (one: typeof stays) =>
    renderToStaticMarkup(
      <Half title="Stays" pitch={one} hands={live.hands} counted={countedOf(live, one)} />,
    );
  expect(half(stays)).toContain("3 hands · 0 in the room");
  expect(half(goes)).toContain("1 hand · 6 on paper");
});
