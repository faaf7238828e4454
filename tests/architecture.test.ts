/** The code keeps its own rules, and the program that says so can tell. */
import { describe, expect, test } from "vitest";
import { violations } from "#tests/support/architecture.ts";
import { missingWords } from "#tests/support/areas.ts";
import { PLANTED } from "#tests/support/planted.ts";
import { sources } from "#tests/support/sources.ts";

test("the code keeps the rules of docs/architecture.md", () => {
  expect(violations(sources())).toEqual([]);
});

/** The table of docs/architecture.md once more: who may import whom besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  db: ["domain", "env.ts"],
  app: ["domain", "db", "components", "messages", "env.ts"],
  live: ["domain", "db", "messages", "env.ts"],
  components: ["domain", "messages"],
  jobs: ["domain", "db", "messages", "env.ts"],
  messages: ["domain"],
  "env.ts": [],
};

test.each(Object.entries(MAY_IMPORT))("%s imports what the table says, and nothing else", (home, allowed) => {
  const from = home === "env.ts" ? home : `${home}/here.ts`;
  const imported = [...Object.keys(MAY_IMPORT).filter((part) => part !== home), "bin", "bench", "tests"];
  const refused = imported.filter((part) => {
    const target = part === "env.ts" ? part : `${part}/there.ts`;
    const said = violations([{ path: from, text: `import type { There } from "#${target}";` }]);
    return said.some((why) => why.includes(`imports ${target}`));
  });
  expect(refused).toEqual(imported.filter((part) => !allowed.includes(part)));
});

describe("each rule catches what it forbids", () => {
  test.each(PLANTED)("%s", (_, path, text, said) => {
    expect(violations([{ path, text }]).join("\n")).toContain(said);
  });

  test("words that no area of a page brings to the browser", () => {
    const files = [
      { path: "app/layout.tsx", text: '<ReaderArea name="common">' },
      { path: "app/x/layout.tsx", text: '<ReaderArea name="wall">' },
      { path: "app/x/page.tsx", text: 'import { Hand } from "#components/hand.tsx";' },
      {
        path: "components/hand.tsx",
        text: '"use client";\nconst words = wordsOf("voting");\nconst common = wordsOf("common");',
      },
      { path: "messages/en/areas/common.ts", text: "export const commonWords = { common };" },
      { path: "messages/en/areas/wall.ts", text: "export const wallWords = { wall };" },
    ];
    expect(missingWords(files)).toEqual([
      "app/x/page.tsx: components/hand.tsx needs the words of voting in the browser, and no area of the page has them",
    ]);
  });

  test("a cycle", () => {
    const files = [
      { path: "db/a.ts", text: 'import "./b.ts";' },
      { path: "db/b.ts", text: 'import type { C } from "#db/c.ts";' },
      { path: "db/c.ts", text: 'export * from "./a.ts";' },
    ];
    expect(violations(files)).toEqual(["db/a.ts: import cycle db/a.ts -> db/b.ts -> db/c.ts -> db/a.ts"]);
  });
});

test("an export that nothing but a test uses", () => {
  const files = [
    { path: "db/a.ts", text: "export const used = 1;\nexport function dead() {}\n" },
    { path: "db/b.ts", text: 'import { used } from "#db/a.ts";\nuse(used); // dead()' },
    { path: "tests/db/a.test.ts", text: 'import { dead } from "#db/a.ts";\ndead();' },
  ];
  expect(violations(files)).toEqual(["db/a.ts: nothing but a test uses dead"]);
});

test("two folders of components that import each other", () => {
  const files = [
    { path: "components/live/screen.ts", text: 'import { send } from "#components/voting/send.ts";' },
    { path: "components/voting/hand.tsx", text: 'import { useLive } from "#components/live/provider.tsx";' },
  ];
  expect(violations(files)).toEqual([
    "components/live: import cycle components/live -> components/voting -> components/live",
  ]);
});

describe("what is allowed stays allowed", () => {
  const fine: [what: string, path: string, text: string][] = [
    [
      "comments about forbidden things",
      "domain/given.ts",
      "// never Date.now(), process.env or sql`x`\n/* import x from '#db/x.ts' */",
    ],
    [
      "a status asked of the database",
      "db/x.ts",
      'const mine = and(eq(registration.status, "waiting"), inArray(registration.status, HOLDING));',
    ],
    ["how a button is drawn", "components/ui/x.tsx", 'const closed = state === "closed";'],
    ["a given date", "domain/given.ts", "type A = 1; // new Date()\nlet x = () => new Date(0);"],
    [
      "a page and its own form",
      "app/e/[event]/register/page.tsx",
      'import { send } from "./actions.ts";\nimport { event } from "../event.ts";',
    ],
    ["the viewer", "app/e/page.tsx", 'import { viewer } from "#app/viewer.ts";'],
    ["an address inside a string", "messages/en/x.ts", 'const see = "https://example.org"; // "'],
    [
      "a bench with a scratch database",
      "bench/votes.ts",
      'import { createDatabase } from "#tests/support/cluster.ts";',
    ],
    [
      "a file of types alone",
      "domain/view.ts",
      "export interface View { a: 1 }\nexport type Other = View & { more: Other };",
    ],
  ];

  test.each(fine)("%s", (_, path, text) => {
    expect(violations([{ path, text }])).toEqual([]);
  });
});
