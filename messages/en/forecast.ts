/** Words of how many are expected on the day. */
import type { Forecast, Heads } from "#domain/forecast.ts";
import { count, number } from "#messages/counts.ts";

const n = (value: number) => number(value, "en-GB");
const many = (value: number, one: string, other: string) => count(value, { one, other }, "en-GB");

const about = ({ places, low, middle, high }: Forecast) =>
  `Of ${many(places, "# person who has", "# people who have")} a place about ${n(middle)} will come: four times in five it is from ${n(low)} to ${n(high)}.`;

const along = ({ companions, low, middle, high }: Heads) =>
  `${many(companions, "# companion comes", "# companions come")} along with them, to support somebody, and take no place. With them about ${n(middle)} people will be inside: four times in five it is from ${n(low)} to ${n(high)}.`;

export const forecast = {
  title: "Expected on the day",
  about,
  along,
  ifAllCome: (all: number, limit: number) =>
    `If everybody came, ${n(all)} would be inside, ${n(all - limit)} more than may be.`,
  crowded: {
    title: "More people may come than may be inside",
    body: (high: number, limit: number) =>
      `With companions it may well be ${n(high)}, and ${many(limit, "# person", "# people")} may be inside. Nobody is refused for a companion, so leave places free for them: offer no more for now, or give out fewer in the settings.`,
  },
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
