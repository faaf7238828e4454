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
