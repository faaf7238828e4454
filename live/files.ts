/**
 * The scripts and style sheets of the build, as it compressed them, from memory: five hundred phones that open a page in
 * the same minute ask for some six thousand of them. What is not here the framework sends.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { encodingFor } from "#live/shared-page/packed.ts";

const ENDINGS = { br: ".br", gzip: ".gz" } as const;
const TYPES = {
  js: "application/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
} as const;

type Encoding = keyof typeof ENDINGS;
type File = { type: string; packed: Readonly<Record<Encoding, Buffer>> };

/** @returns whether it answered the request */
export type SendFile = (request: IncomingMessage, response: ServerResponse) => boolean;

/** @param dist absolute path of a finished build; one that is not compressed leaves all to the framework */
export function sendFiles(dist: string): SendFile {
  const files = packedFiles(path.join(dist, "static"));
  return ({ method, url = "", headers }, response) => {
    const file = files.get(url.split("?")[0]!);
    if (!file || (method !== "GET" && method !== "HEAD") || headers.range) return false;
    const encoding = encodingFor(headers["accept-encoding"]);
    if (encoding === "identity") return false;
    const bytes = file.packed[encoding];
    response.writeHead(200, {
      "content-type": file.type,
      "content-encoding": encoding,
      "content-length": bytes.length,
      // The name has a hash of what is inside.
      "cache-control": "public, max-age=31536000, immutable",
      vary: "accept-encoding",
    });
    response.end(bytes);
    return true;
  };
}

/** By the path they are asked for. */
function packedFiles(folder: string): ReadonlyMap<string, File> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return new Map(
    names.flatMap((name): [string, File][] => {
      const file = path.join(folder, name);
      const type = TYPES[path.extname(name).slice(1) as keyof typeof TYPES];
      if (!type || !Object.values(ENDINGS).every((ending) => existsSync(file + ending))) return [];
      const read = (encoding: Encoding) => readFileSync(file + ENDINGS[encoding]);
      const address = `/_next/static/${name.split(path.sep).join("/")}`;
      return [[address, { type, packed: { br: read("br"), gzip: read("gzip") } }]];
    }),
  );
}
