/** The compère's phone in every state of the line, as the server draws it. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { Compere } from "#components/compere/compere.tsx";
import { NO_STEP, type StepState } from "#components/compere/step.ts";
import { StepBar } from "#components/compere/steps.tsx";
import type { Phase } from "#domain/event.ts";
import type { LineView } from "#domain/pitch/line.ts";
import { compere as words } from "#messages/en/compere.ts";
import { pitch as pitchWords } from "#messages/en/pitch.ts";
import { pitchDesk } from "#messages/en/pitch-desk.ts";
import { event, noLine, pitch, whole } from "#tests/support/snapshot.ts";

const live = vi.hoisted(() => ({ now: {} as unknown }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ push: () => {} }) }));
vi.mock("#components/live/provider.tsx", () => ({
  useSnapshot: () => live.now,
  useConnection: () => "live",
}));

const SINCE = "2026-07-14T09:30:00.000Z";
const pitches = ["a", "b", "c"].map((id) => ({ ...pitch(id), hosts: [`Host of ${id}`] }));
const after = (seconds: number) => new Date(Date.parse(SINCE) + seconds * 1000).toISOString();
const AT_A: LineView = { ...noLine, front: { id: "a", since: SINCE }, waiting: ["b", "c"] };

const text = (html: string) =>
  html
    .replace(/<[^>]*aria-label="([^"]*)"[^>]*>/g, " [$1] ")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");

function drawn(
  line: LineView,
  { seconds = 0, phase = "pitching" as Phase, search = "", all = pitches } = {},
) {
  live.now = { ...whole, event: { ...event, phase }, pitches: all, line };
  const action = async () => NO_STEP;
  return renderToStaticMarkup(
    <Compere action={action} served={after(seconds)} search={search}>
      <p>Form</p>
    </Compere>,
  );
}

test("says whose turn it is, for how long, and who comes then", () => {
  const html = drawn(AT_A, { seconds: 11 });
  const said = text(html);
  expect(said).toContain("The line to pitch · 1 of 3 said");
  expect(html).toContain("<h1><bdi>Title of a</bdi></h1>");
  expect(said).toContain("Host of a");
  expect(said).toContain("[19 seconds left]");
  expect(said).toContain(`${words.next} Title of b`);
  for (const button of [words.hold, words.away]) expect(said).toContain(button);
});

test("carries with each button whom it saw at the front", () => {
  const html = drawn(AT_A);
  const fronts = [...html.matchAll(/name="front" value="(\w*)"/g)].map(([, id]) => id);
  expect(fronts.length).toBeGreaterThan(6);
  expect(new Set(fronts)).toEqual(new Set(["a"]));
  expect(
    new Set([...drawn({ ...AT_A, front: null }).matchAll(/name="front" value="(\w*)"/g)].map(([, id]) => id)),
  ).toEqual(new Set([""]));
});

test("says that the time is over and keeps saying it", () => {
  for (const seconds of [30, 300])
    expect(text(drawn(AT_A, { seconds }))).toContain(`[${pitchWords.halfMinute.over}] Time`);
});

test("says why nobody is at the front: no pitches, before the first, between two, after the last", () => {
  const at = (line: Partial<LineView>, all = pitches) => text(drawn({ ...noLine, ...line }, { all }));
  expect(at({}, [])).toContain(words.empty);
  expect(at({ waiting: ["a", "b", "c"] })).toContain(words.first);
  expect(at({ waiting: ["b", "c"] })).toContain(words.between);
  expect(at({})).toContain(words.through);
  expect(at({ waiting: ["b", "c"] })).toContain(`${words.start} Title of b`);
  expect(at({})).not.toContain(words.start);
});

test("marks who was not there, and offers to call them now", () => {
  const said = text(drawn({ ...AT_A, away: ["c"] }));
  expect(said).toContain(`Host of c ${words.wasAway}`);
  expect(said).toContain("[Call now: Title of c]");
});

test("moves up and down before whom it is said to be put, and not beyond the ends", () => {
  const html = drawn({ ...noLine, waiting: ["a", "b", "c"] });
  const said = text(html);
  expect(said).not.toContain("[Up: Title of a]");
  expect(said).not.toContain("[Down: Title of c]");
  expect(said).toContain("[Make next: Title of c]");
  expect(said).not.toContain("[Make next: Title of b]");
  const moves = [
    ...html.matchAll(/name="pitch" value="(\w)"\/><input type="hidden" name="before" value="(\w?)"/g),
  ];
  expect(moves.map(([, moved, before]) => `${moved}<${before}`)).toEqual(["a<c", "b<a", "b<", "c<b", "c<a"]);
});

test("finds by title and by host, with the place in the line, also what was said", () => {
  const said = text(drawn({ ...AT_A, front: null }, { search: "host of C" }));
  expect(said).toContain("2 Title of c");
  expect(said).not.toContain("Host of b");
  expect(text(drawn({ ...AT_A, front: null }, { search: "of a" }))).toContain(
    `${words.saidBefore} Title of a`,
  );
  // Who is at the front is found, and has nothing to press.
  const atFront = text(drawn(AT_A, { search: "host of A" }));
  expect(atFront).toContain(words.atFront("Title of a"));
  expect(atFront).not.toContain(words.none);
  expect(text(drawn(AT_A))).not.toContain(words.atFront("Title of a"));
  expect(text(drawn(AT_A, { search: "zebra" }))).toContain(words.none);
  // Also once everybody had their go.
  const again = text(drawn(noLine, { search: "of a" }));
  expect(again).toContain("[Call again: Title of a]");
  expect(again).toContain("[Back to the line: Title of a]");
  expect(text(drawn(noLine))).not.toContain(words.none);
});

test("says whose phone acted last, and how long ago", () => {
  const last = (seconds: number) => text(drawn({ ...AT_A, last: { by: "Eve", at: SINCE } }, { seconds }));
  expect(last(2)).toContain("Last step: Eve, just now.");
  expect(last(40)).toContain("Last step: Eve, 40 seconds ago.");
  expect(last(61)).toContain("Last step: Eve, 1 minute ago.");
  expect(last(4_000)).toContain("Last step: Eve, more than an hour ago.");
});

test("offers no step outside the phase for it, and says where to go", () => {
  const said = text(drawn(AT_A, { phase: "sessions" }));
  expect(said).toContain(words.closed);
  expect(said).not.toContain(words.next);
});

const bar = (state: Partial<StepState>, line = AT_A, offline = false) =>
  text(
    renderToStaticMarkup(
      <StepBar state={{ ...NO_STEP, ...state }} send={() => {}} {...{ pitches, line, offline }} />,
    ),
  );

test("says what was saved, where whom it was about stands now, and can undo it", () => {
  const held = { ...AT_A, front: { id: "b", since: SINCE }, waiting: ["c", "a"] };
  const said = bar({ did: { step: "hold", pitch: "a", called: "b" } }, held);
  expect(said).toContain("Saved: held, number 2 in the line now. “Title of a”");
  expect(said).toContain("[Undo: Title of a]");
  expect(bar({ did: { step: "away", pitch: "a", called: "b" } }, held)).toContain("not here, number 2");
  expect(bar({ did: { step: "move", pitch: "a", called: null } }, held)).toContain(
    "Saved: number 2 of 2 now.",
  );
  expect(bar({ did: { step: "next", pitch: null, called: "b" } }, held)).toContain(
    "Saved: called. “Title of b”",
  );
});

test("undoes nothing once another was called since, nor what was not a step forward", () => {
  const did = (step: "next" | "undo" | "move", called: string | null) =>
    bar({ did: { step, pitch: "c", called } });
  expect(did("next", "a")).toContain("[Undo: Title of c]");
  expect(did("next", "b")).not.toContain("Undo:");
  for (const step of ["undo", "move"] as const) expect(did(step, "a")).not.toContain("Undo:");
});

test("undoes a call out of turn: by calling back who was there, or by putting back who was called", () => {
  const call = (before: string | null, again: boolean, pitch = "a") =>
    bar({ did: { step: "call", pitch, called: null, before, again, ahead: "b" } });
  expect(call("c", false)).toContain("[Undo: Title of c]");
  expect(call("c", true)).toContain("[Undo: Title of c]");
  expect(call(null, false)).toContain("[Undo: Title of a]");
  // Nothing was changed that could be put back.
  for (const nothing of [call(null, true), call("a", true), call("c", false, "b")])
    expect(nothing).not.toContain("Undo:");
});

test("says that a wish needs a host only while it has none", () => {
  const of = (hosts: string[]) =>
    text(drawn(AT_A, { all: pitches.map((it) => ({ ...it, voice: "wish" as const, hosts })) }));
  expect(of([])).toContain(pitchDesk.wish);
  expect(of(["Nia"])).not.toContain(pitchDesk.wish);
});

test("says in words what was not saved, and that there is no network", () => {
  expect(bar({ unsent: "offline" })).toContain(words.unsent.offline);
  expect(bar({ unsent: "fault" })).toContain(words.unsent.fault);
  expect(bar({ refusal: { what: "It moved on.", next: "Look." } })).toContain("It moved on. Look.");
  expect(bar({}, AT_A, true)).toContain(words.offline);
  expect(bar({ unsent: "offline" }, AT_A, true)).toContain(words.unsent.offline);
});
