/** People for tests of swaps: "a:x>y/other" shows x, wants y, and is of another sector. */
import type { Circle, Swapper } from "#domain/swap/circles.ts";

const card = (id: string, area: string) => ({
  id,
  way: "visit" as const,
  area: `${area}${area}${area}`,
  line: "",
});

export function people(text: string): Swapper[] {
  return text.split(" ").map((one) => {
    const [, id, show, see, sectorId = "local"] = /^(\w+):(\w+)>(\w+)(?:\/(\w+))?$/.exec(one)!;
    return {
      ...{ id: id!, sectorId },
      shows: [card(`${id} shows ${show}`, show!)],
      wants: [card(`${id} sees ${see}`, see!)],
    };
  });
}

export const said = (circle: Circle) => circle.map(({ from }) => from).join("");

/** "ab ba bc": the first of each shows what the second wants; in the order of their letters. @param central who is of another sector */
export function showing(arrows: string, central = ""): Swapper[] {
  const all = arrows.split(" ").map((arrow) => [arrow[0]!, arrow[1]!] as const);
  return [...new Set(all.flat())].sort().map((id) => ({
    ...{ id, sectorId: central.includes(id) ? "central" : "local" },
    shows: all.flatMap(([from, to]) => (from === id ? card(`${id} shows ${to}`, from + to) : [])),
    wants: all.flatMap(([from, to]) => (to === id ? card(`${id} sees ${from}`, from + to) : [])),
  }));
}
