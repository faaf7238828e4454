/** How many people the sessions of a camp are shared out among. */

/** What the number rests on: people checked in, the crew's own past camps, or what is usual at free camps. */
export type CrowdBasis = "checked_in" | "history" | "usual";

/** `places` is how many have one, of whom `people` are here or are expected. */
export type Crowd = { people: number; places: number; basis: CrowdBasis };

export type Known = {
  places: number;
  /** Of those who have a place. */
  checkedIn: number;
  /** The middle of the forecast (domain/forecast.ts), which goes by what people said whether they come. */
  forecast: number;
  /** How many past camps of the same crew it goes by. */
  past: number;
};

/**
 * Those checked in count once they are at least half of whom the forecast expects: fewer are the first of a line at the
 * door, or a camp that checks in only some. Before that, and where nobody is checked in, it is the forecast.
 */
export function crowdOf({ places, checkedIn, forecast, past }: Known): Crowd {
  if (checkedIn > 0 && checkedIn * 2 >= forecast) return { people: checkedIn, places, basis: "checked_in" };
  return { people: forecast, places, basis: past > 0 ? "history" : "usual" };
}
