import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { Trouble } from "#env.ts";
import type { Owner } from "./owner.ts";

/** Byte order sorts the same on every machine; words are sorted by their language where people read them. */
const locale = ["--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"];

/**
 * Created elsewhere and moved into place whole, so that a killed or doubled first start harms nothing. @throws Trouble
 */
export function createData(data: string, user: string, initdb: string, owner: Owner): void {
  const draft = `${data}-${process.pid}`;
  const { command, args, options } = owner.wrap(initdb, ["-D", draft, "-U", user, "--auth=trust", ...locale]);
  const made = spawnSync(command, args, {
    ...options,
    cwd: "/",
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (made.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new Trouble(
      `The database could not be made in ${data}: ${made.stderr?.trim() || made.error?.message}`,
    );
  }
  try {
    renameSync(draft, data);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(data)) throw error;
  }
}

/** @throws Trouble when the files were made by another major version, or when Postgres does not run here at all */
export function checkVersion(data: string, binary: string): void {
  const made = readFileSync(path.join(data, "PG_VERSION"), "utf8").trim();
  const answer = spawnSync(binary, ["--version"], { encoding: "utf8" });
  const here = /(\d+)\.\d+/.exec(answer.stdout ?? "")?.[1];
  if (!here)
    throw new Trouble(
      `Postgres does not run on this machine: ${answer.stderr?.trim() || answer.error?.message}`,
    );
  if (made === here) return;
  throw new Trouble(
    `The database in ${data} was made by Postgres ${made}, and this Wallchart comes with Postgres ${here}: start it with the Wallchart that made it, or set DATABASE_URL.`,
  );
}
