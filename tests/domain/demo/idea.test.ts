import { expect, test } from "vitest";
import { readIdeas } from "#domain/demo/idea.ts";

test("a line becomes an idea, with everything it does not say at its plainest", () => {
  expect(readIdeas("\nhelp | Alt text for a map | It has layers. |\n")).toEqual([
    {
      kind: "help",
      title: "Alt text for a map",
      line: "It has layers.",
      noteLevel: "open",
      needs: [],
      voice: "me",
      hosts: 1,
      same: false,
    },
  ]);
});

test("marks say note level, needs, voice and hosts, in any order", () => {
  const [pair, wish, same] = readIdeas(
    "share | A | a | screen pair no_names step_free\nhelp | B | b | wish for_me\nhelp | C | c | same",
  );
  expect([pair!.same, same!.same]).toEqual([false, true]);
  expect(pair).toMatchObject({ noteLevel: "no_names", needs: ["screen", "step_free"], hosts: 2 });
  expect(wish).toMatchObject({ voice: "for_me", hosts: 0 });
});

test.each(["argue | A | a |", "help | A | a | loud"])("refuses %s", (row) => {
  expect(() => readIdeas(row)).toThrow(row);
});
