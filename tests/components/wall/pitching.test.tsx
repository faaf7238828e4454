/** Whom the wall names while people pitch. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { WallPitching } from "#components/wall/pitching.tsx";
import type { Snapshot } from "#domain/live.ts";
import type { LineView } from "#domain/pitch/line.ts";
import type { PitchView } from "#domain/pitch.ts";
import { noLine, pitch, whole } from "#tests/support/snapshot.ts";

const code = { size: 1, dark: [] } as never;
const join = { address: "camp.example/e/brum", front: code, now: code, feedback: code };

const SINCE = "2026-07-14T09:30:00.000Z";

/** The first of the pitches is at the front, and the others wait. */
function textWith(...pitches: PitchView[]): string {
  const [first, ...others] = pitches.map(({ id }) => id);
  return textOf({ front: { id: first!, since: SINCE }, waiting: others }, pitches);
}

function textOf(
  line: Partial<LineView>,
  pitches: readonly PitchView[],
  seconds = 0,
  event: Partial<Snapshot["event"]> = {},
): string {
  const snapshot = {
    ...whole,
    event: { ...whole.event, phase: "pitching" as const, ...event },
    pitches,
    line: { ...noLine, ...line },
  };
  const now = Date.parse(SINCE) + seconds * 1000;
  const wall = <WallPitching snapshot={snapshot} now={now} join={join} said={null} />;
  return renderToStaticMarkup(wall)
    .replace(/<[^>]*aria-label="([^"]*)"[^>]*>/g, " $1 ")
    .replace(/<[^>]*>/g, " ");
}

it("names nobody who has theirs read, also not among the next", () => {
  const text = textWith(
    { ...pitch("a"), hosts: ["Olu"] },
    { ...pitch("b"), hosts: ["Fiona"], voice: "for_me" },
    { ...pitch("c"), merged: [{ id: "d", title: "D", line: "", voice: "for_me", hosts: ["Ama"] }] },
  );
  expect(text).toContain("Olu");
  expect(text).not.toContain("Fiona");
  expect(text).not.toContain("Ama");
  expect(text).toContain("Title of b");
});

// Before, it went on asking for hands that no phone took.
it("asks for hands as long as a phone takes them", () => {
  const asks = "Put your hand up on your phone";
  expect(textOf({}, [pitch("a")])).toContain(asks);
  const closed = textOf({}, [pitch("a")], 0, { handsClosed: true });
  expect(closed).not.toContain(asks);
  expect(closed).toContain("Hands are closed");
});

it("names as many hosts and parts as can be read, and counts the rest", () => {
  const hosts = Array.from({ length: 6 }, (_, n) => `Somebody with a long name ${n}`);
  const part = (id: string) => ({
    id,
    title: `Part ${id}, which is not short`,
    line: "",
    voice: "me" as const,
    hosts: [],
  });
  const text = textWith({ ...pitch("a"), hosts, merged: ["x", "y"].map(part) });
  expect(text).toContain(
    "Somebody with a long name 0, Somebody with a long name 1, Somebody with a long name 2 and 3 more",
  );
  expect(text).toContain("and 2 pitches more");
  expect(text).not.toContain("Part y");
  const short = textWith({ ...pitch("a"), hosts: ["Ama"], merged: [{ ...part("x"), title: "Swaps" }] });
  expect(short).toContain("Ama · And “Swaps”");
  expect(short).not.toContain("more");
});

it("counts the half minute down from when they were called, and then says that it is over, for as long as they like", () => {
  const front = { front: { id: "a", since: SINCE } };
  const at = (seconds: number) => textOf(front, [pitch("a")], seconds);
  expect(at(10)).toContain("20 seconds left");
  expect(at(29)).toContain("1 second left");
  for (const seconds of [30, 31, 600]) {
    expect(at(seconds)).toContain("Time");
    expect(at(seconds)).toContain("The half minute is over");
  }
});

it("says that one is said that is not listed, with its time and not a word of it", () => {
  const text = textOf({ front: { id: null, since: SINCE }, waiting: ["a"] }, [pitch("a")], 10);
  expect(text).toContain("A pitch is being said that is not listed");
  expect(text).toContain("20 seconds left");
  expect(text).not.toContain("hands up");
  expect(text).toContain("Pitching · 0 of 1");
});

it("asks who is next between two, with how far the line got", () => {
  const text = textOf({ waiting: ["b"] }, [pitch("a"), pitch("b")]);
  expect(text).toContain("Pitching · 1 of 2");
  expect(text).toContain("Who is next?");
});

it("says that the line is open while nobody is at the front, also after the last was said", () => {
  for (const waiting of [["a"], []])
    expect(textOf({ waiting }, [pitch("a")]).match(/The line to pitch is open/g)).toHaveLength(1);
  expect(textOf({}, []).match(/The line to pitch is open/g)).toHaveLength(1);
});
