/** Many files as one, and one text out of it: opened as what it is, a stranger's zip. */
import { strToU8, Unzip, UnzipInflate, zipSync } from "fflate";

/** No zip has an earlier day, and this one is the same wherever it is made: fflate writes it by the clock on the wall. */
const MADE_AT = "1980-01-02T12:00:00";

/** @param files by their paths within it; the same ones give the same bytes */
export function packed(files: Readonly<Record<string, string>>): Uint8Array {
  const entries = Object.entries(files).map(([path, text]) => [path, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: MADE_AT });
}

export type Unpacked = { text: string } | { wrong: "no_zip" | "without" | "big" };

/** What a file may weigh: packed, all that is read of it, and in how many pieces. Forty camps of a page each are far below it. */
export const PACKED_MAX = 16 * 1024 * 1024;
const UNPACKED_MAX = 16 * 1024 * 1024;
const FILES_MAX = 2_000;

/** Bytes unpacked at a time: deflate makes at most a thousandfold of them before they are counted. */
const BITE = 8 * 1024;

/**
 * One file of a zip as text. Nothing else in it is unpacked, and nothing is written anywhere; sizes that a zip states of
 * itself are not believed.
 * @param path of that file within it, exactly
 */
export function unpackedText(bytes: Uint8Array, path: string): Unpacked {
  if (bytes.length > PACKED_MAX) return { wrong: "big" };
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { wrong: "no_zip" };
  const chunks: Uint8Array[] = [];
  let [size, files, found, failed] = [0, 0, 0, false];
  const unzip = new Unzip((file) => {
    files += 1;
    if (file.name !== path) return;
    found += 1;
    file.ondata = (error, chunk) => {
      failed ||= error !== null;
      size += chunk?.length ?? 0;
      if (size <= UNPACKED_MAX && chunk) chunks.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += BITE) {
      unzip.push(bytes.subarray(at, at + BITE), at + BITE >= bytes.length);
      if (size > UNPACKED_MAX || files > FILES_MAX) return { wrong: "big" };
    }
  } catch {
    return { wrong: "no_zip" };
  }
  if (failed) return { wrong: "no_zip" };
  return found === 1 ? decoded(chunks, size) : { wrong: "without" };
}

function decoded(chunks: readonly Uint8Array[], size: number): Unpacked {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(whole) };
  } catch {
    return { wrong: "no_zip" };
  }
}
