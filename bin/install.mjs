/** Before any of our TypeScript can run: a Node that is new enough, and the locked dependencies. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

const needed = [20, 19];

/**
 * Ends the program with a sentence when Node is too old, and installs what the lock file names when it is not there.
 * @param {{ dev: boolean }} what whether the tools for tests are needed as well
 */
export function prepare({ dev }) {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
    leave(`Wallchart needs Node ${needed.join(".")} or later, and this is ${process.versions.node}.`);
  }
  if (installed(dev)) return;
  const started = Date.now();
  process.stdout.write("Installing the locked dependencies … ");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const options = /** @type {const} */ ({ cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  const run = npm ? spawnSync(process.execPath, [npm, ...args], options) : spawnSync("npm", args, options);
  if (run.status !== 0) {
    const said = `${run.stderr ?? ""}${run.error?.message ?? ""}`.trim().split("\n").slice(-8).join("\n");
    leave(`\nThe dependencies could not be installed. npm said:\n${said}`);
  }
  console.log(`${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** Compares our lock file with the one npm leaves in node_modules; what is optional may be missing, never different. */
function installed(/** @type {boolean} */ dev) {
  try {
    const wanted = packages("package-lock.json");
    const here = packages("node_modules/.package-lock.json");
    return Object.entries(wanted).every(([name, { version, optional, dev: tool }]) => {
      if (name === "" || (tool && !dev)) return true;
      return here[name] ? here[name].version === version : optional;
    });
  } catch {
    return false;
  }
}

/** @returns {Record<string, { version: string, optional?: boolean, dev?: boolean }>} */
function packages(/** @type {string} */ file) {
  return JSON.parse(readFileSync(path.join(root, file), "utf8")).packages;
}

/** @returns {never} */
function leave(/** @type {string} */ sentence) {
  console.error(sentence);
  process.exit(1);
}
