/** Where the embedded Postgres is reached: a socket in a folder that nobody else may enter, never a network port. */
import { createHash } from "node:crypto";
import { chmodSync, lstatSync, mkdirSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Trouble } from "#env.ts";
import type { Owner } from "./owner.ts";

/** The name Postgres gives its socket; a socket's whole path may hold 107 bytes on Linux and 103 elsewhere. */
const file = ".s.PGSQL.5432";
const limit = 103;

/**
 * Makes the folder for the socket, in the cluster's own folder where the path is short enough.
 * @returns its absolute path, free of the characters that end a path in a connection string or a setting
 */
export function socketFolder(folder: string, owner: Owner): string {
  const own = path.join(folder, "socket");
  const fits = Buffer.byteLength(path.join(own, file)) <= limit && !/[,:"'\\]/.test(own);
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 16);
  const chosen = fits ? own : path.join(os.tmpdir(), `wallchart-${name}`);
  try {
    mkdirSync(chosen, { mode: 0o700 });
    owner.give(chosen);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const { uid, mode } = lstatSync(chosen);
  // A shared temporary folder is where somebody else could wait for us with a server of theirs.
  if (uid !== owner.uid || (mode & 0o170000) !== 0o040000) {
    throw new Trouble(`${chosen} belongs to somebody else: remove it and start again.`);
  }
  chmodSync(chosen, 0o700);
  return chosen;
}
