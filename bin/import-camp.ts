/** `npm run import-camp -- FILE`: brings a camp that was exported into this installation, as it stands in the archive. */
import { readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { bringArchive } from "#db/archive/bringing.ts";
import { readArchive } from "#db/archive/format.ts";
import { PACKED_MAX, unpackedText } from "#domain/archive/packed.ts";
import type { Archive } from "#domain/archive.ts";
import { env, Trouble } from "#env.ts";
import { haveLanguages, wordsOf } from "#messages/words.ts";
import { openDatabase } from "./open-database.ts";
import { sentenceFor } from "./trouble.ts";

const words = wordsOf("archive");

function read(path: string): Archive {
  const { wrong } = words.shell;
  const unpacked = unpackedText(bytesOf(path), "camp.json");
  if ("wrong" in unpacked) throw new Trouble(wrong[unpacked.wrong](path));
  const archive = readArchive(unpacked.text);
  if (!archive) throw new Trouble(wrong.unfit(path));
  return archive;
}

function bytesOf(path: string): Uint8Array {
  try {
    if (statSync(path).size > PACKED_MAX) throw new Trouble(words.shell.wrong.big(path));
    return readFileSync(path);
  } catch (error) {
    throw error instanceof Trouble ? error : new Trouble(words.shell.noFile(path));
  }
}

async function bring(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) throw new Trouble(words.shell.importUsage);
  const archive = read(path);
  const { db, close } = await openDatabase();
  try {
    const brought = await bringArchive(db, archive, wordsOf("pitch").hidden, new Date());
    const { name, slug } = archive.camp;
    if (brought.ok) console.log(words.shell.brought(name, slug));
    else if (brought.refusal === "slug_taken") throw new Trouble(words.shell.taken(slug));
    else throw new Trouble(words.shell.wrong.unfit(path));
  } finally {
    await close();
  }
}

try {
  haveLanguages(env().LANGUAGES);
  await bring();
} catch (error) {
  console.error(sentenceFor(error, words.shell.importUsage));
  process.exitCode = 1;
}
