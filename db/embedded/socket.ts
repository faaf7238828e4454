/** The embedded Postgres listens on a socket in a folder only its owner may enter, never on a network port. */
import { createHash } from "node:crypto";
import { chmodSync, lstatSync, mkdirSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Trouble } from "#env.ts";
import type { Owner } from "./owner.ts";

/** A socket's whole path may hold 107 bytes on Linux and 103 elsewhere. */
const file = ".s.PGSQL.5432";
const limit = 103;

/**
 * Creates the folder for the socket, inside the cluster's own where the path is short enough.
 * @returns its absolute path, without the characters that end a path in a connection string or a setting
 * @throws Trouble when it belongs to another user
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
  // In a shared temporary folder another user could wait for us with a server of theirs.
  if (uid !== owner.uid || (mode & 0o170000) !== 0o040000) {
    throw new Trouble(`${chosen} belongs to somebody else: remove it and start again.`);
  }
  chmodSync(chosen, 0o700);
  return chosen;
}
