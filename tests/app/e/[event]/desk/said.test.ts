/** Answers that travel in an address: readable again whatever the numbers, and nothing else is read from it. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { answerAt, heardFrom } from "#app/e/[event]/desk/said.ts";

/** Where a redirect leads. Next throws it, with the address in its digest. */
function addressOf(act: () => never): URL {
  try {
    return act();
  } catch (thrown) {
    const [, , address] = String((thrown as { digest?: string }).digest).split(";");
    return new URL(address!, "https://camp.example");
  }
}

it("brings the code and its numbers to the page, with the part to show and what was to be kept", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 4 }), (numbers) => {
      const small = numbers.map((number) => number % 1_000_000);
      const to = addressOf(() =>
        answerAt("/e/camp/desk/people", "offered", small, { part: "x", keep: { show: "gone" } }),
      );
      expect([to.pathname, to.hash, to.searchParams.get("show")]).toEqual([
        "/e/camp/desk/people",
        "#x",
        "gone",
      ]);
      expect(heardFrom(Object.fromEntries(to.searchParams))).toMatchObject({
        code: "offered",
        numbers: small,
      });
    }),
  );
});

it("reads nothing but a code and numbers", () => {
  for (const said of [
    undefined,
    "",
    ".",
    ["a", "b"],
    "offered.x",
    "offered.1e9",
    "offered.-1",
    "told.ann@example.org",
  ])
    expect(heardFrom({ said })).toBeNull();
  expect(heardFrom({ said: "moved.2", at: "k" })).toEqual({ code: "moved", numbers: [2], at: "k" });
});
