import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { AtTheFront } from "#components/pitch/front.tsx";
import type { LineView } from "#domain/pitch/line.ts";
import { event } from "#messages/en/event.ts";
import { noLine, pitch } from "#tests/support/snapshot.ts";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: () => {} }) }));

const { pitching: words } = event.now;
const raising = {
  up: () => false,
  state: () => "saved" as const,
  count: () => 0,
  dots: null,
  left: null,
  raise: null,
};
const SINCE = "2026-07-14T09:30:00.000Z";

function drawn(line: Partial<LineView>, ids = ["a", "b"]): string {
  const now = { pitches: ids.map((id) => pitch(id)), line: { ...noLine, ...line } };
  return renderToStaticMarkup(<AtTheFront {...now} raising={raising} hosting={[]} />);
}

test("says where the line stands: before the first, with somebody there, between two, and after the last", () => {
  expect(drawn({ waiting: ["a", "b"] })).toContain(words.wait);
  expect(drawn({ waiting: ["b"], front: { id: "a", since: SINCE } })).toContain(words.title);
  expect(drawn({ waiting: ["b"] })).toContain(words.between);
  const through = drawn({});
  expect(through).toContain(words.through);
  expect(through).toContain(words.throughHow);
});

test("opens no second round while somebody waits, is at the front, or before anybody has pitched", () => {
  for (const html of [drawn({ waiting: ["b"] }), drawn({ front: { id: "a", since: SINCE } }), drawn({}, [])])
    expect(html).not.toContain(words.throughHow);
});
