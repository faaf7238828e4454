import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Beside } from "#components/pitch/stand.tsx";
import type { PitchView } from "#domain/pitch.ts";
import { pitch as words } from "#messages/en/pitch.ts";
import { pitch } from "#tests/support/snapshot.ts";

type Mine = { hosting?: string[]; own?: string[] };

const drawn = (rest: Partial<PitchView>, { hosting = [], own = [] }: Mine = {}) =>
  renderToStaticMarkup(
    <Beside
      pitch={{ ...pitch("a"), ...rest }}
      hosting={hosting}
      own={own}
      action={async () => null}
      onStood={() => {}}
    />,
  );
const sends = (html: string) => /name="act" value="(\w+)"/.exec(html)?.[1];

test("whoever reads a pitch that nobody hosts may say that they will, whoever wished for it", () => {
  for (const voice of ["wish", "me"] as const) {
    expect(drawn({ voice, hosts: [] })).toContain(words.list.host);
    expect(sends(drawn({ voice, hosts: [] }))).toBe("host");
  }
});

test("its one host may say there that they won't after all; who brought one with a host, or reads it, has nothing to say", () => {
  const hosted = { voice: "wish", hosts: ["Ama"] } as const;
  expect(sends(drawn({ ...hosted, hosts: ["Ama"] }, { hosting: ["a"] }))).toBe("stepBack");
  expect(drawn({ ...hosted, hosts: ["Ama"] }, { hosting: ["a"] })).toContain(words.list.notHost);
  expect(drawn({ ...hosted, hosts: ["Ama"] }, { hosting: ["a"], own: ["a"] })).toBe("");
  expect(drawn({ ...hosted, hosts: ["Ama"] })).toBe("");
  expect(drawn({ ...hosted, hosts: ["Ama", "Bo"] }, { hosting: ["a"] })).toBe("");
});

test("whoever wished for it finds the room of the button without it: what is theirs is on their own page", () => {
  expect(drawn({ voice: "wish", hosts: [] }, { hosting: ["a"], own: ["a"] })).toMatch(/^<div class="[^"]+"/);
  expect(drawn({ voice: "wish", hosts: [] })).toMatch(/^<div><form/);
});

test("a host who asks for company is stood with, also where the reader may not host it alone", () => {
  expect(sends(drawn({ voice: "with_me", hosts: ["Ama"] }))).toBe("stand");
});
