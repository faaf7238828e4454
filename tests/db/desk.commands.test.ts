/** No command that a desk must hear of is forgotten in tests/support/desk-commands.ts. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What a question is made of, and what changes it through another file. */
const WRITES =
  /\.(insert|update|delete)\((placement|pitch|pitchHost|room|roomOff|slot|publication)\)|insertAll\(tx, pitch|(writeEdit|writeAdditions|told)\(/;
/** Ask nothing of a camp that is there: each makes a new one, whose suggestion nobody has asked for. */
const NEW = ["createCamp", "importAs", "importIntoNew", "publishFirst", "makeCopy", "bringArchive"];
/** Behind acts of other names, each of which is in the list. */
const BEHIND = ["edit", "publish", "recounted"];

test("every command that writes what a question is made of is tried beside another desk", () => {
  const here = ["desk-commands", "hosting", "day-commands"]
    .map((file) => readFileSync(`tests/support/${file}.ts`, "utf8"))
    .join("\n");
  const files = readdirSync("db", { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.startsWith("schema"),
  );
  const commands = files.flatMap((file) => {
    const text = readFileSync(`db/${file}`, "utf8");
    if (!WRITES.test(text)) return [];
    return [...text.matchAll(/export async function (\w+)(?:<[^>]*>)?\(\s*db: Database/g)].map(
      (it) => it[1]!,
    );
  });
  expect(commands.length).toBeGreaterThan(15);
  const missing = commands.filter(
    (name) => ![...NEW, ...BEHIND].includes(name) && !new RegExp(`\\b${name}\\((its\\.)?db, `).test(here),
  );
  expect(missing).toEqual([]);
});
