/** Compresses what a build sends to every browser: once and as well as can be, where the framework would at each request. */
import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/** Puts `x.js.br` and `x.js.gz` beside each script and style sheet. @param dist absolute path of the build's folder */
export async function packFiles(dist: string): Promise<void> {
  const folder = path.join(dist, "static");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.(?:js|css)$/.test(file),
  );
  await Promise.all(files.map((file) => packFile(path.join(folder, file))));
}

async function packFile(file: string): Promise<void> {
  const text = await readFile(file);
  await Promise.all([
    brotli(text).then((packed) => writeFile(`${file}.br`, packed)),
    gzip(text, { level: zlib.constants.Z_BEST_COMPRESSION }).then((packed) =>
      writeFile(`${file}.gz`, packed),
    ),
  ]);
}
