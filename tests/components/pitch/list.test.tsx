/** The list of pitches as the server draws it, and as somebody without a script reads it. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AtTheFront } from "#components/pitch/front.tsx";
import { GonePitch } from "#components/pitch/gone.tsx";
import { PitchList } from "#components/pitch/list.tsx";
import { Beside } from "#components/pitch/stand.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { BLANK_PITCH, type PitchView } from "#domain/pitch.ts";
import { pitchList as words } from "#messages/en/pitch-list.ts";
import { noLine } from "#tests/support/snapshot.ts";

const raising: Raising = {
  ...{ up: () => false, state: () => "saved", count: () => 1, dots: null, left: null },
  raise: () => undefined,
};

function pitchOf(id: string, title: string): PitchView {
  return { ...BLANK_PITCH, id, title, hosts: ["Ama"], at: `2026-07-14T10:00:0${id}.000Z` };
}

const PITCHES = [pitchOf("1", "What gritters taught us"), pitchOf("2", "Bins"), pitchOf("3", "Forms")];

const drawn = (find: string) =>
  renderToStaticMarkup(
    <PitchList
      slug="camp"
      pitches={PITCHES}
      front={null}
      raising={raising}
      owner={undefined}
      hosting={[]}
      own={[]}
      reportAt={null}
      find={find}
      standWith={null}
      onStood={() => undefined}
    >
      {null}
    </PitchList>,
  );

const read = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

test("all are there as the page is drawn, with how many they are", () => {
  for (const { title } of PITCHES) expect(read(drawn(""))).toContain(title);
  expect(read(drawn(""))).toContain("3 pitches");
});

test("an address with words in it shows what they find, of how many, and keeps the words in their field", () => {
  const html = drawn("GRITTERS");
  expect(read(html)).toContain("1 of 3");
  expect(read(html)).toContain("What gritters taught us");
  expect(read(html)).not.toContain("Bins");
  expect(html).toContain('value="GRITTERS"');
  expect(html).toContain('name="find"');
});

test("words that find nothing are said again, with what to do", () => {
  const { title, body } = words.none.find("zebra");
  for (const text of [title, body, words.none.clear]) expect(read(drawn("zebra "))).toContain(text);
});

test("in the line one's own leads, and says when it is called", () => {
  const pitches = [pitchOf("0", "Now"), ...PITCHES];
  const front = { id: "0", since: "2026-07-14T10:01:00.000Z" };
  const line = { ...noLine, front, waiting: ["1", "2", "3"] };
  const text = read(renderToStaticMarkup(<AtTheFront {...{ pitches, line, raising }} hosting={["3"]} />));
  expect(text).toContain("2 before you, about 2 min");
  expect(text.indexOf("Forms")).toBeLessThan(text.indexOf("What gritters"));
});

// Before, the page asked "Could you?" and had no button for it.
test("a wish at the front is hosted from there", () => {
  const wish = { ...pitchOf("0", "Plain words"), voice: "wish" as const, hosts: [] };
  const line = { ...noLine, front: { id: "0", since: "2026-07-14T10:01:00.000Z" } };
  const host = (pitch: PitchView) => (
    <Beside action={async () => null} onStood={() => {}} hosting={[]} own={[]} pitch={pitch} />
  );
  const drawn = (beside?: typeof host) =>
    read(renderToStaticMarkup(<AtTheFront pitches={[wish]} hosting={[]} {...{ line, raising, beside }} />));
  expect(drawn(host)).toContain("I’ll host it");
  expect(drawn()).not.toContain("I’ll host it");
});

test("what is gone says why, and its card takes its room without being read or pressed", () => {
  const html = renderToStaticMarkup(
    <GonePitch title="Bins" into="Rubbish">
      <button type="button">Raise</button>
    </GonePitch>,
  );
  expect(html).toContain('inert="" aria-hidden="true"');
  expect(read(html)).toContain("“Bins” is part of “Rubbish” now.");
});

// It may be hidden for what it says, and no phone is told so.
test("what is gone and part of nothing is not named", () => {
  const html = renderToStaticMarkup(
    <GonePitch title="Bins" into={null}>
      {null}
    </GonePitch>,
  );
  expect(html).toContain("A pitch that was here is gone.");
  expect(html).not.toContain("Bins");
});
