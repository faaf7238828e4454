/** What the documents point at is there. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const documents = ["README.md", "STYLE.md", "docs", "docs/decisions"].flatMap((name) =>
  name.endsWith(".md")
    ? [name]
    : readdirSync(path.join(root, name))
        .filter((file) => file.endsWith(".md"))
        .map((file) => `${name}/${file}`),
);

/** A path in backticks: a file by its ending, or a folder of one of ours by its beginning. */
const FILE = /^[\w.[\]/-]+\.(ts|tsx|mjs|js|json|css|sql|md)$/;
const FOLDER = /^(app|bench|bin|components|db|docs|domain|jobs|live|messages|public|tests)\/[\w.[\]/-]*$/;

/** @returns each as it is written: a path from the root, or a link from where the document lies */
function pointedAt(document: string, text: string): { said: string; at: string[] }[] {
  const named = [...text.matchAll(/`([^`\n]+)`/g)].map(([, said = ""]) => said);
  const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)].map(
    ([, said = ""]) => said,
  );
  const here = path.dirname(document);
  return [
    ...named
      .filter((said) => FILE.test(said) || FOLDER.test(said))
      .map((said) => ({ said, at: [said, path.posix.join(here, said)] })),
    ...links.map((said) => ({ said, at: [path.posix.join(here, said)] })),
  ];
}

const missing = (document: string, text: string) =>
  pointedAt(document, text)
    .filter(({ at }) => !at.some((file) => existsSync(path.join(root, file))))
    .map(({ said }) => `${document}: ${said}`);

it("is there: every file, folder and link that a document names", () => {
  const texts = documents.map((name) => ({ name, text: readFileSync(path.join(root, name), "utf8") }));
  expect(texts.flatMap(({ name, text }) => missing(name, text))).toEqual([]);
});

it("says in the security document, for every threat, a file that is there", () => {
  const text = readFileSync(path.join(root, "docs/security.md"), "utf8");
  const rows = text.split("\n").filter((line) => line.startsWith("| ") && !/^\| (---|threat)/.test(line));
  expect(rows.length).toBeGreaterThan(10);
  const where = rows.map((row) => row.split(" | ").at(-1)!);
  expect(where.filter((cell) => pointedAt("docs/security.md", cell).length === 0)).toEqual([]);
});

it("would see a file that is not there", () => {
  const text = "See `db/nowhere.ts`, `app/e/[event]/nowhere`, [this](gone.md) and `db/rate-limit.ts`.";
  expect(missing("docs/x.md", text)).toEqual([
    "docs/x.md: db/nowhere.ts",
    "docs/x.md: app/e/[event]/nowhere",
    "docs/x.md: gone.md",
  ]);
});
