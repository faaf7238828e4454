import type { Answered } from "#components/desk/said.tsx";
import { wordsOf } from "#messages/words.ts";
import type { Heard } from "../said.ts";

const camp = wordsOf("camp");

const words = camp.settings;
const table = wordsOf("settingsTable");

/** What became of a save. @param published rooms and slots then change for readers only with the next publication */
export function answeredOf(heard: Heard | null, part: string, published: boolean): Answered | null {
  if (heard?.code !== part) return null;
  const { numbers } = heard;
  if (part === "rooms" || part === "slots")
    return {
      title: table.saved(part, [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0]),
      next: published ? words.published : undefined,
    };
  return { title: words.saved, next: next(part, numbers) };
}

/** What is said of a camp that was just started, by itself or from an earlier one. */
export function begunAs(heard: Heard | null): Answered | null {
  if (heard?.code === "started") return camp.start.started;
  if (heard?.code !== "cloned") return null;
  const { title, crew, leftOut, tasks, unnamed, releases, next } = camp.start.cloned;
  const [people = 0, rows = 0, unnamedPeople = 0, hadReleases = 0, late = 0] = heard.numbers;
  const lines = [
    ...(people > 0 ? [crew(people)] : []),
    ...(rows > 0 ? [leftOut(rows)] : []),
    ...(late > 0 ? [tasks(late)] : []),
    ...(hadReleases > 0 ? [releases] : []),
    ...(unnamedPeople > 0 ? [unnamed(unnamedPeople)] : []),
  ];
  return { title, next: [...lines, next].join(" ") };
}

function next(part: string, numbers: readonly number[]): string | undefined {
  const [first = 0, unreached = 0, offersMoved = 0] = numbers;
  if (part === "details" || part === "days")
    return [
      words.told(first),
      ...(unreached > 0 ? [words.unreached(unreached)] : []),
      ...(offersMoved > 0 ? [words.offersMoved(offersMoved)] : []),
    ].join(" ");
  if (part === "places" || part === "releases") return words.offered(first);
  if (part === "sectors") return first > 0 ? words.sectorsStayed(first) : undefined;
  return undefined;
}
