import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ExpectedOnTheDay } from "#components/people/expected.tsx";

const people = { yes: 40, unsure: 3, silent: 0, unasked: 107 };
const forecast = { places: 150, low: 90, middle: 105, high: 128 };
const read = (props: Partial<Parameters<typeof ExpectedOnTheDay>[0]>) => {
  const all = { forecast, people, companions: 0, past: [], insideLimit: null, ...props };
  return renderToStaticMarkup(<ExpectedOnTheDay {...all} />).replace(/<[^>]*>/g, "");
};

it("says how many are expected in plain counts, and what that rests on", () => {
  expect(read({})).toBe(
    "Expected on the dayOf 150 people who have a place about 105 will come: four times in five it is from 90 to 128." +
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

it("counts those who come along, and warns of them against the legal number without refusing anybody", () => {
  const along = read({ companions: 3, insideLimit: 160 });
  expect(along).toContain(
    "3 companions come along with them, to support somebody, and take no place. " +
      "With them about 107 people will be inside: four times in five it is from 91 to 131. " +
      "160 people may be inside.",
  );
  expect(along).not.toMatch(/If everybody came|More people may come/);
  const many = read({ companions: 3, insideLimit: 150 });
  expect(many).toContain("If everybody came, 153 would be inside, 3 more than may be.");
  expect(many).not.toContain("More people may come");
  const crowded = read({ companions: 3, insideLimit: 130 });
  expect(crowded).toContain("More people may come than may be inside");
  expect(crowded).toContain("it may well be 131, and 130 people may be inside. Nobody is refused");
  // Places given out beyond the number were agreed to, with the number said.
  expect(read({ insideLimit: 100 })).not.toMatch(/If everybody came|More people may come/);
});
