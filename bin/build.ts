import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { env, Trouble } from "#env.ts";
import { runProgram, type Variables } from "./child.ts";
import { packFiles } from "./pack.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const made = ["app", "components", "domain", "db", "live", "messages"];
const files = ["env.ts", "next.config.js", "package-lock.json", "package.json", "tsconfig.json"];

/** Whether the sources are as at the last build. @param dist the build's folder, from the root */
export function isFresh(dist: string): boolean {
  const stamp = path.join(root, dist, "stamp");
  try {
    return existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint();
  } catch (error) {
    throw unreadable(dist, error);
  }
}

/** Builds the pages. @throws Trouble with what the build said when it fails */
export async function build(dist: string, variables: Variables, signal: AbortSignal): Promise<void> {
  const stamp = path.join(root, dist, "stamp");
  try {
    rmSync(stamp, { force: true });
  } catch (error) {
    throw unreadable(dist, error);
  }
  const before = fingerprint();
  const own = { ...variables, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", WALLCHART_DIST: dist };
  const { code, said } = await runProgram(["node_modules/next/dist/bin/next", "build"], own, signal);
  if (code !== 0) throw new Trouble(`The pages could not be built:\n${said}`);
  await packFiles(path.join(root, dist));
  writeFileSync(stamp, before);
}

/** @returns what to do about a folder, or the fault where it is about something else */
function unreadable(dist: string, error: unknown): unknown {
  const { code = "" } = error as NodeJS.ErrnoException;
  if (!["EACCES", "EPERM", "EROFS", "ENOTDIR", "EISDIR"].includes(code)) return error;
  return new Trouble(
    `The pages in ${dist} cannot be used (${code}): let the user who starts Wallchart read and write there, or delete ${dist}.`,
  );
}

/** The sources' names and contents, the Node that builds them, and the language of pages that are built once. */
function fingerprint(): string {
  const hash = createHash("sha256").update(process.versions.node).update(env().LANGUAGES[0]!);
  const inside = made
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) => list(folder));
  for (const file of [...inside, ...files].sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest("hex");
}

function list(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}
