import { describe, expect, test } from "vitest";
import {
  BLANK_PITCH,
  becameOf,
  bringsAHost,
  isHidden,
  isHostless,
  isReadOut,
  isWithdrawn,
  mayBring,
  NEEDS,
  NOTE_LEVELS,
  namedAloud,
  PITCH_FIELDS,
  PITCH_KINDS,
  PITCH_QUESTIONS,
  type PitchQuestion,
  type PitchView,
  pitchFormOf,
  publicPitch,
  stands,
  VOICES,
  type Voice,
  voicesOf,
} from "#domain/pitch.ts";

function pitch(id: string, rest: Partial<PitchView> = {}): PitchView {
  return {
    ...BLANK_PITCH,
    id,
    title: `About ${id}`,
    line: "One line",
    hosts: ["Ama"],
    at: "2026-07-14T09:00:00.000Z",
    ...rest,
  };
}

describe("one pitch each until everybody has had a go", () => {
  test.each([
    [0, [1, 1, 2], true],
    [1, [2, 1], false],
    [1, [1], false],
    [1, [], true],
    [3, [], true],
    // Whoever waits for a second go keeps nobody from theirs, and from a third everybody.
    [1, [2, 2], true],
    [2, [2], false],
    [2, [3], true],
  ])("with %i of one's own and those of the rounds %j waiting: %s", (own, waits, may) => {
    expect(mayBring(own, waits)).toBe(may);
  });
});

describe("what people outside the camp see", () => {
  test("an unlisted pitch keeps its place and hides what it is about and whose it is", () => {
    const seen = publicPitch(pitch("a", { noteLevel: "unlisted" }), "A session of the camp");
    expect(seen).toMatchObject({ id: "a", title: "A session of the camp", line: "", voice: "me", hosts: [] });
  });

  test.each(["open", "no_names", "no_notes"] as const)(
    "a pitch with notes %s is shown as it is",
    (noteLevel) => {
      const open = pitch("a", { noteLevel });
      expect(publicPitch(open, "hidden")).toBe(open);
    },
  );
});

test.each([
  ["withdrawn", { withdrawnAt: "2026-07-14T10:00:00.000Z" }, ["b"], true],
  ["withdrawn", { withdrawnAt: "2026-07-14T10:00:00.000Z" }, null, true],
  ["withdrawn_shown", { withdrawnAt: "2026-07-14T10:00:00.000Z" }, ["a"], true],
  [
    "merged",
    { mergedInto: { id: "b", title: "B", line: "", voice: "me" as const, hosts: [] as string[] } },
    ["a"],
    true,
  ],
  ["placed", {}, ["a"], true],
  ["placed", { own: false }, ["a"], false],
  ["left_off", { saidAt: null }, [], true],
  ["left_off", { own: false }, ["b"], true],
  ["never_placed", {}, ["b"], false],
  ["standing", { own: false, hosts: ["Ama", "Rhys"] as string[] }, null, true],
  ["hosting", { own: false }, null, true],
  ["wished", { hosting: false, hosts: [] as string[] }, null, true],
  ["placed", { hosting: false }, ["a"], true],
  ["said", { saidAt: "2026-07-14T10:00:00.000Z" }, null, true],
  ["waiting", {}, null, false],
] as const)("says of a pitch that is %s so: %j, %j, %j", (became, rest, placed, arranging) => {
  const host = { id: "a", own: true, hosting: true, hosts: ["Ama"], saidAt: null, voice: "me" as const };
  const hosted = { ...host, withdrawnAt: null, mergedInto: null, ...rest };
  expect(becameOf(hosted, placed && new Set(placed), arranging)).toBe(became);
  expect(isWithdrawn(hosted)).toBe(became.startsWith("withdrawn"));
  expect(stands(hosted)).toBe(!isWithdrawn(hosted) && became !== "merged");
});

test("while a pitch is said, its hosts are at the front, or it is read out; one that is part of it is said with it", () => {
  const at = "2026-07-14T10:00:00.000Z";
  const hosted = {
    ...{ id: "a", own: true, hosting: true, hosts: ["Ama"], saidAt: at, voice: "me" as Voice },
    ...{ withdrawnAt: null, mergedInto: null },
  };
  const into = { id: "b", title: "B", line: "", voice: "me" as const, hosts: [] };
  const became = (rest: Partial<Parameters<typeof becameOf>[0]>, front: string) =>
    becameOf({ ...hosted, ...rest }, null, true, front);
  expect(became({}, "a")).toBe("front");
  expect(became({ own: false }, "a")).toBe("front");
  expect(became({ voice: "for_me" }, "a")).toBe("read_out");
  expect(became({ voice: "wish", hosting: false, hosts: [] }, "a")).toBe("read_out");
  expect(became({}, "b")).toBe("said");
  expect(became({ mergedInto: into }, "b")).toBe("front");
  expect(becameOf({ ...hosted, saidAt: null }, null, true, null, false)).toBe("late");
  expect(becameOf(hosted, null, true, null, false)).toBe("said");
  expect(became({ mergedInto: into }, "a")).toBe("merged");
  expect(became({ withdrawnAt: at }, "a")).toBe("withdrawn");
});

test("whoever brings a pitch hosts it, but for a wish; what nobody hosts, anybody may", () => {
  expect(VOICES.filter((voice) => bringsAHost({ voice }))).toEqual(["me", "with_me", "for_me"]);
  expect([isHostless({ hosts: [] }), isHostless({ hosts: ["Ama"] })]).toEqual([true, false]);
});

test("what the crew hid is hidden, whatever else became of it, and is withdrawn for everything else", () => {
  const at = "2026-07-14T10:00:00.000Z";
  const host = { id: "a", own: true, hosting: true, hosts: ["Ama"], saidAt: at, voice: "me" as const };
  const hosted = { ...host, withdrawnAt: at, mergedInto: null };
  expect(becameOf({ ...hosted, hidden: { at, reason: "An advert" } }, new Set(["a"]), true)).toBe("hidden");
  expect([isHidden({ hiddenAt: at }), isHidden({ hiddenAt: null }), stands(hosted)]).toEqual([
    true,
    false,
    false,
  ]);
});

test("a form is filled with all that was asked of a pitch, and with nothing else", () => {
  expect(pitchFormOf(pitch("a", { needs: ["quiet"], noteLevel: "no_names" }))).toEqual({
    id: "a",
    title: "About a",
    line: "One line",
    kind: "discuss",
    voice: "me",
    noteLevel: "no_names",
    needs: ["quiet"],
  });
});

test("the form asks for every kind, voice, level and need there is, each once", () => {
  const { kind, voice, noteLevel, needs } = PITCH_QUESTIONS;
  expect([kind, voice, noteLevel, needs].map(({ of }) => [...of].sort())).toEqual(
    [PITCH_KINDS, VOICES, NOTE_LEVELS, NEEDS].map((all) => [...all].sort()),
  );
});

test("a blank pitch has answers that its questions offer", () => {
  for (const field of PITCH_FIELDS) {
    const question: PitchQuestion = PITCH_QUESTIONS[field];
    const offered = "of" in question ? question.of : [""];
    expect(
      [BLANK_PITCH[field]].flat().filter((answer) => !offered.includes(answer)),
      field,
    ).toEqual([]);
  }
});

describe("said out loud", () => {
  const part = (voice: Voice, ...hosts: string[]) => ({ id: "b", title: "B", line: "", voice, hosts });

  test("a pitch names its hosts, unless it is read by somebody else", () => {
    expect(namedAloud(pitch("a"))).toEqual(["Ama"]);
    expect(namedAloud(pitch("a", { voice: "for_me" }))).toEqual([]);
  });

  test("what was merged names nobody who has theirs read", () => {
    const merged = (voice: Voice) => ({ hosts: ["Ama", "Rhys"], merged: [part(voice, "Rhys")] });
    expect(namedAloud(pitch("a", merged("for_me")))).toEqual(["Ama"]);
    expect(namedAloud(pitch("a", merged("me")))).toEqual(["Ama", "Rhys"]);
    // Who says theirs is named beside one that is read.
    expect(namedAloud(pitch("a", { ...merged("me"), voice: "for_me" }))).toEqual(["Rhys"]);
    expect(namedAloud(pitch("a", { ...merged("for_me"), voice: "for_me" }))).toEqual([]);
    expect(voicesOf(pitch("a", merged("for_me")))).toEqual(["me", "for_me"]);
    expect(voicesOf(pitch("a", { voice: "with_me" }))).toEqual(["with_me"]);
  });
});

// Before, whoever wished that somebody would was told to come to the front.
test("a pitch is read out where its host asked for that, and a wish until somebody hosts it, to its wisher also then", () => {
  const read = (voice: Voice, hosts: string[], own: string[]) => isReadOut({ id: "a", voice, hosts }, own);
  expect([read("for_me", ["Ama"], []), read("me", ["Ama"], ["a"]), read("with_me", ["Ama"], [])]).toEqual([
    true,
    false,
    false,
  ]);
  expect([read("wish", [], ["a"]), read("wish", [], [])]).toEqual([true, true]);
  expect([read("wish", ["Ben"], ["a"]), read("wish", ["Ben"], [])]).toEqual([true, false]);
});
