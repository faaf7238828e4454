/**
 * The files of the build, answered from memory. What is in one is in its name too, so it is read once, and a browser
 * keeps it for ever and need not ask again; some ask all the same when a page is reloaded.
 */
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { complain } from "#live/complain.ts";
import { answerPacked, type Packed, packed } from "#live/packed.ts";

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".woff2": "font/woff2",
};

const KEEPING = "public, max-age=31536000, immutable";

/**
 * @param dist absolute path of the build's folder
 * @returns answers a request for a file of the build; false where it is for none, or is no GET or HEAD
 */
export function staticFiles(dist: string): (request: IncomingMessage, response: ServerResponse) => boolean {
  const folder = path.join(dist, "static");
  const files = new Map<string, Promise<Packed> | null>(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => path.extname(name) in TYPES)
      .map((name) => [`/_next/static/${name.split(path.sep).join("/")}`, null]),
  );
  return (request, response) => {
    const { method, url = "" } = request;
    const name = url.split("?", 1)[0]!;
    let file = files.get(name);
    if (file === undefined || (method !== "GET" && method !== "HEAD")) return false;
    if (file === null) {
      file = readPacked(path.join(folder, name.slice("/_next/static/".length)));
      files.set(name, file);
      // Another try may find what is there again.
      file.catch(() => files.set(name, null));
    }
    file.then(
      (found) => response.destroyed || answerPacked(request, response, found),
      (fault) => {
        complain("a file of the build could not be read", fault);
        response.writeHead(500).end();
      },
    );
    return true;
  };
}

async function readPacked(file: string): Promise<Packed> {
  const type = TYPES[path.extname(file)]!;
  const said = { "content-type": type, "cache-control": KEEPING, vary: "accept-encoding" };
  const body = await readFile(file);
  if (type === "font/woff2") return packed(body, said, null);
  // Whoever built without bin/build.ts has none beside it.
  return packed(body, said, await readFile(`${file}.br`).catch(() => undefined));
}
