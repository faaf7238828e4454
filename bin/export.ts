/** `npm run export -- --event NAME [--to FILE]`: the public camp in one file, the same that its organisers download. */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { findEvent } from "#db/event.ts";
import { findByName } from "#db/import/camp.ts";
import { isArchivable } from "#domain/archive.ts";
import { oneLine } from "#domain/text.ts";
import { env, Trouble } from "#env.ts";
import { exportCamp } from "#live/archive/read.ts";
import { haveLanguages, wordsOf } from "#messages/words.ts";
import { openDatabase } from "./open-database.ts";
import { sentenceFor } from "./trouble.ts";

const words = wordsOf("archive");

async function write(): Promise<void> {
  const { values } = parseArgs({ options: { event: { type: "string" }, to: { type: "string" } } });
  const name = oneLine(values.event ?? "");
  if (name === "") throw new Trouble(words.shell.exportUsage);
  const { db, close } = await openDatabase();
  try {
    const found = await findByName(db, name);
    const camp = found && (await findEvent(db, found.slug));
    if (!camp) throw new Trouble(words.shell.noCamp(name));
    if (!isArchivable(camp)) throw new Trouble(words.shell.notPublic(camp.name));
    const { zip, files } = await exportCamp(db, camp, env().ORIGIN);
    const path = values.to ?? words.file(camp.slug);
    keep(path, zip);
    console.log(words.shell.written(path, files));
  } finally {
    await close();
  }
}

function keep(path: string, zip: Uint8Array): void {
  try {
    writeFileSync(path, zip);
  } catch {
    throw new Trouble(words.shell.notWritten(path));
  }
}

try {
  haveLanguages(env().LANGUAGES);
  await write();
} catch (error) {
  console.error(sentenceFor(error, words.shell.exportUsage));
  process.exitCode = 1;
}
