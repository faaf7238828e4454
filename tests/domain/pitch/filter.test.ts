import fc from "fast-check";
import { expect, test } from "vitest";
import { EVERYTHING, type Reader, SHOWN, wantedOf } from "#domain/pitch/filter.ts";
import { BLANK_PITCH, type PitchView } from "#domain/pitch.ts";

function pitchOf(id: string, told: Partial<PitchView> = {}): PitchView {
  return { ...BLANK_PITCH, id, title: "", hosts: [], at: "2026-07-14T10:00:00.000Z", ...told };
}

const WORDS = ["Gritting", "Żurek", "job-swaps", "O’Brien", "maps", "café"];
const pitches = fc
  .array(fc.record({ title: fc.subarray(WORDS), line: fc.subarray(WORDS), hosts: fc.subarray(WORDS) }), {
    maxLength: 20,
  })
  .map((all) =>
    all.map(({ title, line, hosts }, n) =>
      pitchOf(`p${n}`, { title: title.join(" "), line: line.join(" "), hosts }),
    ),
  );
const some = fc.func<[string], boolean>(fc.boolean());
const reader: fc.Arbitrary<Reader> = fc.record({ seen: some, mine: some });
const show = fc.constantFrom(...SHOWN);
const find = fc.oneof(
  fc.constant(""),
  fc.subarray(WORDS).map((words) => words.join(" ")),
);
const nobody: Reader = { seen: () => false, mine: () => false };

const idsOf = (found: readonly PitchView[]) => found.map(({ id }) => id);
const finding = (all: readonly PitchView[], words: string) =>
  idsOf(wantedOf(all, { show: "all", find: words }, nobody));

test("nothing asked is everything, in the order it came", () => {
  fc.assert(
    fc.property(pitches, reader, (all, who) => {
      expect(wantedOf(all, EVERYTHING, who)).toEqual(all);
    }),
  );
});

test("what is shown and searched for is what both would give, in the same order", () => {
  fc.assert(
    fc.property(pitches, reader, show, find, (all, who, shown, words) => {
      const byShow = new Set(idsOf(wantedOf(all, { show: shown, find: "" }, who)));
      const byFind = new Set(idsOf(wantedOf(all, { show: "all", find: words }, who)));
      const both = idsOf(all).filter((id) => byShow.has(id) && byFind.has(id));
      expect(idsOf(wantedOf(all, { show: shown, find: words }, who))).toEqual(both);
    }),
  );
});

test("those seen and those not seen are all of them, and none is both", () => {
  fc.assert(
    fc.property(pitches, reader, (all, who) => {
      const unseen = idsOf(wantedOf(all, { show: "unseen", find: "" }, who));
      const others = { ...who, seen: (id: string) => !who.seen(id) };
      const seen = idsOf(wantedOf(all, { show: "unseen", find: "" }, others));
      expect([...unseen, ...seen].sort()).toEqual(idsOf(all).sort());
      expect(unseen.every((id) => !who.seen(id))).toBe(true);
      expect(idsOf(wantedOf(all, { show: "mine", find: "" }, who))).toEqual(
        idsOf(all).filter((id) => who.mine(id)),
      );
    }),
  );
});

test("another word finds no more than was found without it", () => {
  fc.assert(
    fc.property(pitches, find, fc.constantFrom(...WORDS), (all, words, another) => {
      const more = finding(all, `${words} ${another}`);
      expect(finding(all, words)).toEqual(expect.arrayContaining(more));
    }),
  );
});

test("a pitch is found by its title, its line, its hosts and what became one with it, in any case and accent", () => {
  const merged = [
    { id: "q", title: "Short films", line: "No budget", voice: "me" as const, hosts: ["Rhys"] },
  ];
  const all = [
    pitchOf("a", { title: "What gritters taught us", line: "About the CAFÉ", hosts: ["Zoë Żurek"], merged }),
    pitchOf("b", { title: "Bins" }),
  ];
  for (const words of ["GRITTERS", "cafe", "zoe zurek", "zurek what", "films", "budget", "rhys"])
    expect(finding(all, words)).toEqual(["a"]);
  expect(finding(all, "gritters bins")).toEqual([]);
  expect(finding(all, "   ")).toEqual(["a", "b"]);
});
