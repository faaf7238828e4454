/**
 * The browser of the end-to-end tests: Debian's own, which is not downloaded by a tool but installed by the system. The
 * one without windows is the same browser, and a fifth quicker.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { Trouble } from "#env.ts";

const PACKAGE = "chromium-headless-shell";

const places = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Root has no sandbox of its own to use, and a test's browser has nobody to call. */
export const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * The browser's path; installs it first where that is ours to do.
 * @throws Trouble saying what to install where it is not
 */
export function findChromium(): string {
  const found = installed();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log(`Installing Debian's ${PACKAGE} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-qq"], { env, stdio: ["ignore", "ignore", "inherit"] });
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", PACKAGE], {
      env,
      stdio: ["ignore", "ignore", "inherit"],
    });
  }
  const now = installed();
  if (now) return now;
  throw new Trouble(
    "The end-to-end tests need Chromium: install the package `chromium` or `chromium-headless-shell` (on Debian: apt-get install chromium), or set CHROMIUM to the path of one.",
  );
}

function installed(): string | undefined {
  const given = process.env.CHROMIUM;
  return [...(given ? [given] : []), ...places].find((place) => existsSync(place));
}
