/** The picture is read back by the standard, not by our own code. */
import { crc32, inflateSync } from "node:zlib";
import { encode } from "uqr";
import { expect, it } from "vitest";
import { ticketPicture } from "#jobs/ticket-picture.ts";

const ADDRESS = "https://camp.example/e/brum/r/0123456789012345678901234567890123456789012";

function chunksOf(png: Buffer): { kind: string; data: Buffer }[] {
  const all = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 4, at + 8 + length);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    all.push({ kind: body.toString("latin1", 0, 4), data: body.subarray(4) });
    at += 12 + length;
  }
  return all;
}

it("is a PNG of the code, every square as large and as dark as it should be, with four light ones around", () => {
  const png = ticketPicture(ADDRESS);
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  const [head, pixels, end] = chunksOf(png);
  expect([head!.kind, pixels!.kind, end!.kind]).toEqual(["IHDR", "IDAT", "IEND"]);
  const { data, size } = encode(ADDRESS, { ecc: "M", border: 4 });
  const side = head!.data.readUInt32BE(0);
  expect([side, head!.data.readUInt32BE(4), [...head!.data.subarray(8)]]).toEqual([
    size * 6,
    size * 6,
    [1, 0, 0, 0, 0],
  ]);
  const raw = inflateSync(pixels!.data);
  const bytes = 1 + Math.ceil(side / 8);
  const isDark = (x: number, y: number) =>
    ((raw[y * bytes + 1 + Math.floor(x / 8)]! >> (7 - (x % 8))) & 1) === 0;
  for (let y = 0; y < side; y++) {
    expect(raw[y * bytes]).toBe(0);
    for (let x = 0; x < side; x++)
      if (isDark(x, y) !== data[Math.floor(y / 6)]![Math.floor(x / 6)]) throw new Error(`${x} ${y}`);
  }
  expect(data.slice(0, 4).flat().some(Boolean)).toBe(false);
});
