import { expect, test } from "vitest";
import { roundUp } from "#messages/en/round-up.ts";
import { roundUpText } from "#messages/round-up-text.ts";

const title = "The round-up of Teacamp";
const page = "https://camp.example.org/e/tea/round-up";
const link = { id: "1", kind: "post" as const, pitchId: null, addedAt: "", url: "https://example.org/a" };

test("a round-up as text has its sessions, its links and its own address", () => {
  const groups = [
    {
      topic: { id: "x", title: "Swaps", noteLevel: "open" as const },
      links: [{ ...link, title: "Tea", author: "Ama" }],
    },
    { topic: null, links: [{ ...link, title: "Cake", author: "" }] },
  ];
  expect(roundUpText({ title, page, groups })).toBe(
    [
      "The round-up of Teacamp",
      "Swaps\n\n- Tea, by Ama\n  https://example.org/a",
      "The camp as a whole\n\n- Cake\n  https://example.org/a",
      `${page}\n`,
    ].join("\n\n"),
  );
});

test("one of nothing says so", () => {
  expect(roundUpText({ title, page, groups: [] })).toBe(`${title}\n\n${roundUp.none.title}\n\n${page}\n`);
});
