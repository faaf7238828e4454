/** What a change would do, in words. */
import { expect, it } from "vitest";
import { consequence } from "#messages/en/consequence.ts";

it("says of places offered by hand which of them are kept back, of one as of one", () => {
  const say = (offers: number, free: number) =>
    consequence.say({ kind: "more_than_free", offers, free, holding: 9, capacity: 10 });
  const kept = "out of the places that are kept back from the releases.";
  expect(say(1, 0)).toContain(`this offers 1. It comes ${kept}`);
  expect(say(3, 0)).toContain(`this offers 3. They come ${kept}`);
  expect(say(3, 2)).toContain(`this offers 3. The other comes ${kept}`);
  expect(say(4, 2)).toContain(`this offers 4. The others come ${kept}`);
});

it("says who without a confirmed email stays where all others are let go", () => {
  const say = (stay: number) => consequence.say({ kind: "drops_unproven", held: 3, waiting: 1, stay });
  expect(say(0)).not.toContain("stay");
  expect(say(1)).toContain("1 other without a confirmed email stays:");
  expect(say(6)).toContain("6 others without a confirmed email stay:");
});
