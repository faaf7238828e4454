/** Postgres refuses to run as root: this decides as which user it runs instead, and how to become that user. */
import { execFileSync, type SpawnOptions } from "node:child_process";
import { chownSync, statSync } from "node:fs";
import path from "node:path";
import { Trouble } from "#env.ts";

/** A command line that runs as the right user. */
export interface Program {
  command: string;
  args: string[];
  options: Pick<SpawnOptions, "uid" | "gid">;
}

export interface Owner {
  uid: number;
  wrap(command: string, args: string[]): Program;
  /** Hands a file or folder over to that user. */
  give(file: string): void;
}

/**
 * @param binary the program that must be reachable @throws Trouble when the folder belongs to somebody we cannot become
 */
export function ownerOf(folder: string, binary: string): Owner {
  const self = process.getuid?.() ?? 0;
  const current = statSync(folder).uid;
  if (self !== 0) {
    if (current !== self) {
      throw new Trouble(
        `The database in ${folder} belongs to ${userName(current) ?? `user ${current}`}: start as that user or as root, or move the folder away.`,
      );
    }
    return { uid: self, wrap: (command, args) => ({ command, args, options: {} }), give: () => undefined };
  }
  const uid = current !== 0 ? current : ordinaryUser(path.resolve(folder, "../.."));
  const gid = Number(ask("id", ["-g", String(userName(uid) ?? "nobody")]) ?? 65534);
  const give = (file: string) => chownSync(file, uid, gid);
  if (passable(path.dirname(folder), uid) && passable(path.dirname(binary), uid)) {
    return { uid, give, wrap: (command, args) => ({ command, args, options: { uid, gid } }) };
  }
  return { uid, give, wrap: throughLockedFolder(uid, gid, folder) };
}

/** The owner of the project when that is an ordinary user, else nobody. */
function ordinaryUser(project: string): number {
  const { uid } = statSync(project);
  if (uid !== 0 && userName(uid)) return uid;
  return Number(ask("id", ["-u", "nobody"]) ?? 65534);
}

/** For a folder only root may enter (`mktemp -d`, /root): Postgres keeps only root's right to pass. */
function throughLockedFolder(uid: number, gid: number, folder: string): Owner["wrap"] {
  if (!ask("setpriv", ["--version"])) {
    throw new Trouble(
      `Postgres does not run as root, and no other user may enter ${folder}: move the project to a folder that others may enter, or set DATABASE_URL.`,
    );
  }
  const keep = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
  // Without this bit access(2) answers for the user alone, and initdb asks it whether postgres is there.
  const become = [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    "--clear-groups",
    "--securebits=+no_setuid_fixup",
    ...keep,
  ];
  return (command, args) => ({ command: "setpriv", args: [...become, command, ...args], options: {} });
}

/** Whether a user in no special group may walk down to this folder. */
function passable(folder: string, uid: number): boolean {
  const { mode, uid: owner } = statSync(folder);
  const bit = owner === uid ? 0o100 : 0o001;
  if (!(mode & bit)) return false;
  return path.dirname(folder) === folder || passable(path.dirname(folder), uid);
}

function userName(uid: number): string | undefined {
  return ask("id", ["-un", String(uid)]);
}

function ask(command: string, args: string[]): string | undefined {
  try {
    return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return undefined;
  }
}
