import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { Alike, AlreadyPitched } from "#components/pitch/alike.tsx";
import type { Pitched } from "#components/pitch/pitched.ts";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: () => {} }) }));

const first: Pitched = { id: "a", title: "Job swaps", hands: 12, company: true };
const told = (pitch: Pitched) => renderToStaticMarkup(<AlreadyPitched slug="camp" pitch={pitch} />);

test("the same title is told of with its hands where they are known, and leads to the pitch", () => {
  expect(told(first)).toMatch(/Pitched already, with .*12.* hands\./);
  expect(told(first)).toContain('<a href="/e/camp/pitches#pitch-a">Stand with “Job swaps”</a>');
  expect(told({ ...first, hands: 1, company: false })).toMatch(/with .*1.* hand\..*See “Job swaps”/);
  for (const hands of [0, null]) expect(told({ ...first, hands })).toContain("Pitched already.");
});

test("the form says of which pitch its writer was told, so that a second press is sent", () => {
  const known = (pitch: Pitched | null) =>
    renderToStaticMarkup(<Alike slug="camp" pitched={[]} told={pitch} />).match(
      /name="known" value="(.*?)"/,
    )?.[1];
  expect([known(first), known(null)]).toEqual(["a", ""]);
});
