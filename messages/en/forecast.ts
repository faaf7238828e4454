/** Words of how many are expected on the day. */
import type { Forecast } from "#domain/forecast.ts";
import { count, number } from "#messages/counts.ts";

const n = (value: number) => number(value, "en-GB");
const many = (value: number, one: string, other: string) => count(value, { one, other }, "en-GB");

const about = ({ places, low, middle, high }: Forecast) =>
  `Of ${many(places, "# person", "# people")} who have a place about ${n(middle)} will come: four times in five it is from ${n(low)} to ${n(high)}.`;

export const forecast = {
  title: "Expected on the day",
  about,
  inside: (limit: number) => `${many(limit, "# person", "# people")} may be inside.`,
  yes: (people: number) => `${n(people)} who said yes`,
  unsure: (people: number) => `${n(people)} who are not sure`,
  silent: (people: number) => `${n(people)} who were asked and said nothing`,
  unasked: (people: number) => `${n(people)} who were not asked yet`,
  usual: "what free camps usually see, where of ten people with a place seven come",
  past: (name: string, year: string, came: number, places: number) =>
    `${name} in ${year}, where ${n(came)} of ${n(places)} came`,
  restsOn: (said: string, before: string) => `This rests on ${said}; and on ${before}.`,
};
