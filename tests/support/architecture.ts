/** The rules of docs/architecture.md as a program: files in, sentences about what is wrong out. */
import path from "node:path";
import { STATUSES } from "#domain/registration.ts";
import { missingWords } from "./areas.ts";
import { type Import, importsOf, lineOf, type Source, withoutComments } from "./sources.ts";

/** Who may import whom; a folder may always import itself, except that a page sees only its own segment. */
const mayImport: Record<string, string[]> = {
  domain: [],
  db: ["domain", "env.ts"],
  components: ["domain", "messages"],
  jobs: ["domain", "db", "messages", "env.ts"],
  live: ["domain", "db", "messages", "env.ts"],
  app: ["domain", "db", "components", "messages", "env.ts"],
  messages: ["domain"],
  "env.ts": [],
};

/** What every page may import although it is outside its segment. */
const commonModules = ["app/viewer.ts", "app/respond.ts"];

/** Nothing imports tests, except what runs them or needs a database to measure with. */
const mayRunTests = /^(bench\/|bin\/check\.ts$|playwright\.config\.ts$)/;

/** Programs, benches and the server join the parts: they may import all of them. */
const parts = Object.keys(mayImport);

/** Every sentence names a file, a line where there is one, and the rule. */
export function violations(files: Source[]): string[] {
  return [
    ...files.flatMap((file) => importsOf(file).flatMap((edge) => edgeProblem(file.path, edge))),
    ...cycles(files),
    ...missingWords(files),
    ...folderCycles(files),
    ...files.flatMap(words),
    ...files.flatMap(sizes),
    ...unmirrored(files),
    ...unused(files),
  ];
}

function edgeProblem(from: string, edge: Import): string[] {
  const place = `${from}:${edge.line} imports ${edge.target}`;
  if (!edge.own) return foreignProblem(from, edge.target).map((why) => `${place}: ${why}`);
  const [home, other] = [homeOf(from), homeOf(edge.target)];
  if (home === "tests") return [];
  if (edge.target === "domain/fields.ts" && !["app", "live"].includes(home))
    return [`${place}: only a handler reads fields, and a browser has no zod`];
  if (isOfALanguage(edge.target) && home !== "messages")
    return [`${place}: a language is read through messages/words.ts, and nothing else names one`];
  if (other === "tests" && !mayRunTests.test(from)) return [`${place}: nothing imports tests`];
  const allowed = mayImport[home];
  if (!allowed) return [];
  if (home === "app" && other === "app") {
    return sameSegment(from, edge.target)
      ? []
      : [`${place}: a page sees its own segment, viewer.ts and respond.ts`];
  }
  if (other === home || allowed.includes(other)) return [];
  const list = allowed.length ? allowed.join(", ") : "nothing else of ours";
  return [`${place}: ${home} may import ${home === "env.ts" ? list : `${home}, ${list}`}`];
}

/** The words of one language, in its folder or gathered beside it. */
const isOfALanguage = (file: string) => /^messages\/(?:[\w-]+\/|en\.ts$)/.test(file);

/** Packages that would bring a database, a framework or the machine to where they do not belong. */
function foreignProblem(from: string, name: string): string[] {
  const home = homeOf(from);
  if (/^(postgres|drizzle-orm)(\/|$)/.test(name) && parts.includes(home) && home !== "db")
    return ["SQL lives in db"];
  if (home === "domain" && /^(node:|react|next|@tanstack)/.test(name)) return ["the domain is pure"];
  if (home === "domain" && name === "zod" && from !== "domain/fields.ts")
    return ["zod is for domain/fields.ts alone"];
  if (home === "components" && /^(node:|zod$|zod\/)/.test(name)) return ["a component runs in the browser"];
  return [];
}

function sameSegment(from: string, target: string): boolean {
  if (commonModules.includes(target)) return true;
  const [here, there] = [path.posix.dirname(from), path.posix.dirname(target)];
  const above = `${here}/`.startsWith(`${there}/`) && there !== "app";
  return here === there || above || `${there}/`.startsWith(`${here}/`);
}

function cycles(files: Source[]): string[] {
  const edges = files.map((file): [string, string[]] => [
    file.path,
    importsOf(file)
      .filter(({ own }) => own)
      .map(({ target }) => target),
  ]);
  return cyclesOf(new Map(edges));
}

/** A topic of components can be read, moved or thrown away by itself: two folders never import each other. */
function folderCycles(files: Source[]): string[] {
  const edges = new Map<string, string[]>();
  for (const file of files) {
    const home = componentFolder(file.path);
    if (!home) continue;
    const others = importsOf(file).flatMap(({ own, target }) => (own && componentFolder(target)) || []);
    edges.set(home, [...(edges.get(home) ?? []), ...others.filter((other) => other !== home)]);
  }
  return cyclesOf(edges);
}

const componentFolder = (file: string) => /^components\/[^/]+(?=\/)/.exec(file)?.[0];

/** Depth first; each cycle is told once, from where it was entered. */
function cyclesOf(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, trail: string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) found.push(`${file}: import cycle ${[...trail.slice(start), file].join(" -> ")}`);
    if (start >= 0 || done.has(file)) return;
    for (const target of edges.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of edges.keys()) visit(file, []);
  return found;
}

interface Word {
  pattern: RegExp;
  why: string;
  applies(file: string): boolean;
}

const inParts = (file: string) => parts.includes(homeOf(file)) || file === "server.ts";

const forbidden: Word[] = [
  {
    pattern:
      /\bphase\b\)?\s*[!=]==?\s*"|"\s*[!=]==?\s*(\w+\.)*phase\b|"\]\.includes\((\w+\.)*phase\b|\bPHASES\.indexOf\(/,
    why: "what a phase permits is in domain/event.ts: ask permits",
    applies: (file) => inParts(file) && homeOf(file) !== "domain",
  },
  {
    // Any word of a registration's status, and any word at all for what is called a status or a state. A list given
    // to the database (`eq(registration.status, "waiting")`) is a fact that is asked for, and no judgement.
    pattern: new RegExp(
      [
        `[!=]==?\\s*"(?:${STATUSES.join("|")})"`,
        `"(?:${STATUSES.join("|")})"\\s*[!=]==?`,
        `\\b(?:status|state)\\b\\)?\\s*[!=]==?\\s*"`,
        `"\\s*[!=]==?\\s*(?:[\\w?!]+\\.)*(?:status|state)\\b`,
        `"\\]\\.includes\\((?:[\\w?!]+\\.)*(?:status|state)\\b`,
        `\\bcase "(?:${STATUSES.join("|")})":`,
      ].join("|"),
    ),
    why: "what a status means is in domain: ask holdsPlace, isWaiting, takesPart and their like",
    // What a component of ui/ is drawn as is no status of ours.
    applies: (file) => inParts(file) && homeOf(file) !== "domain" && !file.startsWith("components/ui/"),
  },
  {
    pattern: /\bprocess\.env\b/,
    why: "only env.ts reads the environment",
    applies: (file) =>
      file !== "env.ts" && !/^(bin\/.*\.mjs|next\.config\.js|tests\/|bench\/|[\w-]+\.config\.ts)/.test(file),
  },
  {
    pattern: /\bsql(<[^`]*>)?`|\$client\b|\b(db|tx|database\(\))\s*\.(select|insert|update|delete|execute)\(/,
    why: "SQL lives in db",
    applies: (file) => inParts(file) && homeOf(file) !== "db",
  },
  {
    pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bperformance\.now\b/,
    why: "the domain knows no clock: take now as an argument",
    applies: (file) => homeOf(file) === "domain",
  },
  {
    // What it is for the language of a page is a choice of whoever made the camp, never of the code.
    pattern: /(["'`])en-GB\1|\blang="en/,
    why: "a component takes the reader's locale from messages/words.ts",
    applies: (file) =>
      ["app", "components", "live", "jobs"].includes(homeOf(file)) || file === "bin/import.ts",
  },
  {
    pattern: /\bMath\.random\b|\bcrypto\./,
    why: "the domain knows no dice: take a seed as an argument",
    applies: (file) => homeOf(file) === "domain",
  },
  {
    pattern: /\bTemporal\b|temporal-polyfill|\btimeZone\b|\btoLocale(Date|Time)?String\(/,
    why: "zones, days and calendars are counted in domain/time and written in messages/format.ts",
    applies: (file) => inParts(file) && !file.startsWith("domain/time/") && file !== "messages/format.ts",
  },
];

function words(file: Source): string[] {
  const code = withoutComments(file.text);
  return forbidden.flatMap(({ pattern, why, applies }) => {
    const match = applies(file.path) && /\.(ts|tsx|mjs|js)$/.test(file.path) ? pattern.exec(code) : null;
    return match ? [`${file.path}:${lineOf(code, match.index)} says ${match[0].trim()}: ${why}`] : [];
  });
}

function sizes(file: Source): string[] {
  const lines = file.text.trimEnd().split("\n").length;
  const problems = lines > 300 ? [`${file.path}: ${lines} lines, and 300 is the most`] : [];
  if (/(^|\/)index\.(ts|tsx)$/.test(file.path))
    problems.push(`${file.path}: a barrel hides where things live`);
  return problems;
}

/** A file of nothing but types has nothing a test could run. */
function unmirrored(files: Source[]): string[] {
  const names = new Set(files.map((file) => file.path));
  return files
    .filter(
      (file) =>
        file.path.startsWith("domain/") &&
        /^(export )?(default )?(async )?(const|function|class|enum)\b/m.test(withoutComments(file.text)),
    )
    .map((file) => [file.path, `tests/${file.path.replace(/\.tsx?$/, ".test.ts")}`] as const)
    .filter(([, test]) => !names.has(test))
    .map(([file, test]) => `${file}: has no ${test}`);
}

/** Exports that only tests use all the same: each with its reason. */
const KEPT: Readonly<Record<string, string>> = {
  migrationsHash: "names the template that every test database is made from",
  repeatsWorth: "what a repeat would gain is shown by a desk that is still to come",
  onlyHere: "who is there at some hours only is read by a door that is still to come",
};

/** What the framework asks a page, a route or a configuration for by its name. */
const asked =
  /^(metadata|generateMetadata|viewport|GET|POST|PUT|DELETE|config|proxy|register|onRequestError)$/;

/** An export that nothing but a test uses is dead, and its test keeps it from being seen. */
function unused(files: Source[]): string[] {
  const code = files
    .filter(({ path: file }) => /\.(ts|tsx|mjs|js)$/.test(file) && homeOf(file) !== "tests")
    .map((file) => ({ path: file.path, text: withoutComments(file.text) }));
  const used = new Map<string, number>();
  for (const { text } of code)
    for (const [word] of text.matchAll(/[\w$]+/g)) used.set(word, (used.get(word) ?? 0) + 1);
  const exported = /^export (?:async )?(?:const|let|function\*?|class|type|interface|enum) ([\w$]+)/gm;
  return code.flatMap(({ path: file, text }) =>
    [...text.matchAll(exported)]
      .filter(([, name = ""]) => used.get(name) === 1 && !KEPT[name] && !asked.test(name))
      .map(([, name]) => `${file}: nothing but a test uses ${name}`),
  );
}

function homeOf(file: string): string {
  return file.split("/")[0] ?? file;
}
