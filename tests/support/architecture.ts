/** The rules of docs/architecture.md as a program: files in, sentences about what is wrong out. */
import path from "node:path";
import { missingWords } from "./areas.ts";
import { forbidden, homeOf, parts } from "./forbidden.ts";
import { type Import, importsOf, lineOf, type Source, withoutComments } from "./sources.ts";

/** Who may import whom; a folder may always import itself, except that a page sees only its own segment. */
const mayImport: Record<(typeof parts)[number], string[]> = {
  domain: [],
  db: ["domain", "env.ts"],
  components: ["domain", "messages"],
  jobs: ["domain", "db", "messages", "env.ts"],
  live: ["domain", "db", "messages", "env.ts"],
  app: ["domain", "db", "components", "messages", "env.ts"],
  messages: ["domain"],
  "env.ts": [],
};

const PUSHES = "the worker sends pushes, and no page brings along what encrypts them";

/** What every page may import although it is outside its segment. */
const commonModules = ["app/viewer.ts", "app/respond.ts"];

/** Nothing imports tests, except what runs them or needs a database to measure with. */
const mayRunTests = /^(bench\/|bin\/check\.ts$|playwright\.config\.ts$)/;

/** Every sentence names a file, a line where there is one, and the rule. */
export function violations(files: Source[]): string[] {
  return [
    ...files.flatMap((file) => importsOf(file).flatMap((edge) => edgeProblem(file.path, edge))),
    ...cycles(files),
    ...missingWords(files),
    ...folderCycles(files),
    ...files.flatMap(words),
    ...files.flatMap(sizes),
    ...files.flatMap(names),
    ...unmirrored(files),
    ...unused(files),
    ...files.flatMap(unboundedLists),
  ];
}

function edgeProblem(from: string, edge: Import): string[] {
  const place = `${from}:${edge.line} imports ${edge.target}`;
  if (!edge.own) return foreignProblem(from, edge.target).map((why) => `${place}: ${why}`);
  const [home, other] = [homeOf(from), homeOf(edge.target)];
  if (home === "tests") return [];
  if (edge.target === "domain/fields.ts" && !["app", "live"].includes(home))
    return [`${place}: only a handler reads fields, and a browser has no zod`];
  if (edge.target === "db/push/key-pair.ts" && home === "app") return [`${place}: ${PUSHES}`];
  if (isOfALanguage(edge.target) && home !== "messages")
    return [`${place}: a language is read through messages/words.ts, and nothing else names one`];
  if (other === "tests" && !mayRunTests.test(from)) return [`${place}: nothing imports tests`];
  const allowed = mayImport[home as keyof typeof mayImport] as string[] | undefined;
  if (!allowed) return [];
  if (home === "app" && other === "app") {
    return sameSegment(from, edge.target)
      ? []
      : [`${place}: a page sees its own segment, viewer.ts and respond.ts`];
  }
  if (from.startsWith("components/ui/") && !edge.target.startsWith("components/ui/"))
    return [`${place}: components/ui could ship in another product`];
  if (from.startsWith("components/outbox/") && /^components\/(?!outbox\/|ui\/)/.test(edge.target))
    return [`${place}: the outbox knows no noun`];
  if (other === home || allowed.includes(other)) return [];
  const list = allowed.length ? allowed.join(", ") : "nothing else of ours";
  return [`${place}: ${home} may import ${home === "env.ts" ? list : `${home}, ${list}`}`];
}

/** The words of one language, in its folder or gathered beside it. */
const isOfALanguage = (file: string) => /^messages\/(?:[\w-]+\/|en\.ts$)/.test(file);

/** Packages that would bring a database, a framework or the machine to where they do not belong. */
function foreignProblem(from: string, name: string): string[] {
  const home = homeOf(from);
  if (/^(postgres|drizzle-orm)(\/|$)/.test(name) && parts.some((part) => part === home) && home !== "db")
    return ["SQL lives in db"];
  if (home === "domain" && /^(node:|react|next|@tanstack)/.test(name)) return ["the domain is pure"];
  if (home === "domain" && name === "zod" && from !== "domain/fields.ts")
    return ["zod is for domain/fields.ts alone"];
  if (name === "web-push" && home !== "tests" && !/^(jobs\/push\/sender|db\/push\/key-pair)\.ts$/.test(from))
    return [PUSHES];
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

/** What says nothing of its contents, so that anything may end up in it. */
const VAGUE = /(^|\/)(libs?|utils?|helpers?|hooks|types|services|common|misc)(\/|\.\w+$)/;

/** What the framework puts around the name of a segment. */
const SEGMENT = /^\[(?:\.\.\.)?(.*)\]$/;

/** Kebab-case: it reads the same on every file system. */
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;

function names({ path: file }: Source): string[] {
  // The words of every page, and the area of them, are called what they are to whoever reads.
  const vague = VAGUE.test(file) && !/^messages\/en\/(areas\/)?common\.ts$/.test(file);
  const wrong = file.split("/").find((part) => !KEBAB.test(part.replace(SEGMENT, "$1")));
  return [
    ...(vague ? [`${file}: a name that says nothing of what is inside`] : []),
    ...(wrong ? [`${file}: ${wrong} is not in kebab-case`] : []),
  ];
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
  onlyHere: "who is there at some hours only is read by a door that is still to come",
};

/** What the framework asks a page, a route or a configuration for by its name. */
const asked =
  /^(metadata|generateMetadata|viewport|GET|POST|PUT|DELETE|config|proxy|register|onRequestError)$/;

/** A list grows with use: it is read a page at a time or cut, or it says what keeps it short. */
function unboundedLists({ path: file, text }: Source): string[] {
  if (homeOf(file) !== "db") return [];
  const lists =
    /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export (?:async )?function\*? (list[A-Z]\w*|each[A-Z]\w*)/g;
  return [...text.matchAll(lists)]
    .filter(([, docstring = ""]) => !/\bpage\b|\bat most\b|\bbounded by\b/i.test(docstring))
    .map(([, , name]) => `${file}: ${name} is a list and does not say by what it is bounded`);
}

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
