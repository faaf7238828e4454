import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ExpectedOnTheDay } from "#components/people/expected.tsx";

const people = { yes: 40, unsure: 3, silent: 0, unasked: 107 };
const forecast = { places: 150, low: 90, middle: 105, high: 128 };
const read = (props: Partial<Parameters<typeof ExpectedOnTheDay>[0]>) => {
  const all = { forecast, people, past: [], insideLimit: null, ...props };
  return renderToStaticMarkup(<ExpectedOnTheDay {...all} />).replace(/<[^>]*>/g, "");
};

it("says how many are expected in plain counts, and what that rests on", () => {
  expect(read({})).toBe(
    "Expected on the dayOf 150 people who have a place about 105 will come: four times in five it is from 90 to 128. " +
      "This rests on 40 who said yes, 3 who are not sure and 107 who were not asked yet; " +
      "and on what free camps usually see, where of ten people with a place seven come.",
  );
  const past = [{ name: "Brumcamp", day: "2025-07-14", places: 140, came: 101 }];
  expect(read({ past, insideLimit: 130 })).toMatch(
    /130 people may be inside.*Brumcamp in 2025, where 101 of 140 came/,
  );
});

it("says nothing while nobody has a place", () => {
  expect(read({ forecast: { places: 0, low: 0, middle: 0, high: 0 } })).toBe("");
});
