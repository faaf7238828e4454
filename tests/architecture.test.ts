/** The code keeps its own rules, and the program that says so can tell. */
import { describe, expect, test } from "vitest";
import { violations } from "#tests/support/architecture.ts";
import { missingWords } from "#tests/support/areas.ts";
import { sources } from "#tests/support/sources.ts";

test("the code keeps the rules of docs/architecture.md", () => {
  expect(violations(sources())).toEqual([]);
});

describe("each rule catches what it forbids", () => {
  const planted: [rule: string, path: string, text: string, said: string][] = [
    [
      "a component asks the database",
      "components/hand.tsx",
      'import { cast } from "#db/voting.ts";',
      "components/hand.tsx:1 imports db/voting.ts",
    ],
    [
      "a rule asks the database",
      "domain/voting.ts",
      'import type { Row } from "../db/voting.ts";',
      "domain may import domain, nothing else of ours",
    ],
    [
      "a page re-exports another's action",
      "app/a/page.tsx",
      'export { act } from "#app/b/actions.ts";',
      "a page sees its own segment",
    ],
    [
      "a component imports an action when called",
      "components/x.tsx",
      'const open = () => import("#app/a/actions.ts");',
      "imports app/a/actions.ts",
    ],
    [
      "an import over several lines",
      "domain/x.ts",
      'import {\n  a,\n  b,\n} from "#messages/en.ts";',
      "domain/x.ts:4",
    ],
    [
      "something imports tests",
      "db/x.ts",
      'import { clock } from "#tests/support/clock.ts";',
      "nothing imports tests",
    ],
    [
      "a form in the browser reads fields as a handler does",
      "components/x.tsx",
      'import { text } from "#domain/fields.ts";',
      "only a handler reads fields",
    ],
    [
      "a rule brings zod to a browser",
      "domain/x.ts",
      'import { z } from "zod";',
      "zod is for domain/fields.ts alone",
    ],
    [
      "a component imports a language",
      "components/hand.tsx",
      'import { voting } from "#messages/en/voting.ts";',
      "components/hand.tsx:1 imports messages/en/voting.ts: a language is read through messages/words.ts",
    ],
    [
      "a handler imports all of a language",
      "live/plain.ts",
      'import { en } from "#messages/en.ts";',
      "nothing else names one",
    ],
    [
      "a component writes dates for one language",
      "components/x.tsx",
      'const day = weekday(at, { locale: "en-GB", zone });',
      "a component takes the reader's locale from messages/words.ts",
    ],
    ["a page in one language", "live/page.ts", '`<html lang="en">`', "takes the reader's locale"],
    ["a page speaks to Postgres", "app/a/page.tsx", 'import postgres from "postgres";', "SQL lives in db"],
    [
      "SQL in a job",
      "jobs/mail.ts",
      "const rows = await run(sql`select 1`);",
      "jobs/mail.ts:1 says sql`: SQL lives in db",
    ],
    ["a query built in a handler", "live/voting.ts", "await database().select().from(x);", "SQL lives in db"],
    ["the environment", "live/hub.ts", "\nconst port = process.env.PORT;", "live/hub.ts:2 says process.env"],
    [
      "a clock",
      "domain/offer.ts",
      "export type T = 1;\nexport const f = () => Date.now();",
      "domain/offer.ts:2 says Date.now",
    ],
    ["today", "domain/offer.ts", "const f = () => new Date();", "the domain knows no clock"],
    ["dice", "domain/draw.ts", "const f = () => Math.random();", "the domain knows no dice"],
    [
      "a calendar in a rule",
      "domain/offer.ts",
      'import { Temporal } from "temporal-polyfill";',
      "are counted in domain/time",
    ],
    [
      "a zone in a component",
      "components/x.tsx",
      'new Intl.DateTimeFormat("en-GB", { timeZone: zone });',
      "components/x.tsx:1 says timeZone",
    ],
    ["a date as the machine has it", "jobs/x.ts", "at.toLocaleDateString();", "written in messages/format"],
    ["a framework in a rule", "domain/x.ts", 'import { cache } from "react";', "the domain is pure"],
    [
      "a phase judged outside the table",
      "components/x.tsx",
      'if (event.phase === "draft") return null;',
      "ask permits",
    ],
    ["phases in a list", "live/x.ts", 'const on = ["grid", "sessions"].includes(camp.phase);', "ask permits"],
    ["phases by their order", "app/a/page.tsx", "PHASES.indexOf(phase) < 3", "ask permits"],
    [
      "a status judged outside its rules",
      "components/x.tsx",
      'const first = registration.status === "waiting" ? 1 : 0;',
      "what a status means is in domain",
    ],
    [
      "a status by another name",
      "db/x.ts",
      'if (told !== "held") return;',
      "what a status means is in domain",
    ],
    ["a status turned round", "messages/en/x.ts", '"confirmed" === now ? yes : no', "what a status means"],
    ["statuses in a list", "jobs/x.ts", '["held", "offered"].includes(row.status)', "what a status means"],
    ["statuses in a switch", "live/x.ts", 'switch (it) {\n  case "left":\n}', "what a status means"],
    [
      "the state of a suggestion",
      "app/a/page.tsx",
      'if (suggestion.state === "failed") return;',
      "what a status means",
    ],
    ["a barrel", "domain/index.ts", "export type A = 1;", "a barrel hides where things live"],
    ["a long file", "db/x.ts", "x;\n".repeat(301), "db/x.ts: 301 lines"],
    [
      "a rule without a test",
      "domain/planner/solve.ts",
      "export function solve() {}",
      "has no tests/domain/planner/solve.test.ts",
    ],
  ];

  test.each(planted)("%s", (_, path, text, said) => {
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
      "domain/types.ts",
      "// never Date.now(), process.env or sql`x`\n/* import x from '#db/x.ts' */",
    ],
    [
      "a status asked of the database",
      "db/x.ts",
      'const mine = and(eq(registration.status, "waiting"), inArray(registration.status, HOLDING));',
    ],
    ["how a button is drawn", "components/ui/x.tsx", 'const closed = state === "closed";'],
    ["a given date", "domain/types.ts", "type A = 1; // new Date()\nlet x = () => new Date(0);"],
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
