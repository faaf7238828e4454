/** A ticket's QR code as a picture that goes with a mail: a PNG of one bit a square (ISO/IEC 15948), in black and white. */
import { crc32, deflateSync } from "node:zlib";
import { encode } from "uqr";
import { TICKET_QR } from "#domain/ticket.ts";

/** Pixels a square, so that a printed mail can be scanned. */
const SCALE = 6;

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** @param address whole, as a camera opens it */
export function ticketPicture(address: string): Buffer {
  const { data, size } = encode(address, TICKET_QR);
  const pixels = size * SCALE;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(pixels, 0);
  head.writeUInt32BE(pixels, 4);
  // One bit a pixel, in grey: 1 is white.
  head[8] = 1;
  const lines = data.flatMap((row) => Array.from({ length: SCALE }, () => lineOf(row, pixels)));
  const parts = [chunk("IHDR", head), chunk("IDAT", deflateSync(Buffer.concat(lines))), chunk("IEND")];
  return Buffer.concat([SIGNATURE, ...parts]);
}

/** A row of pixels behind the word that it is not filtered. */
function lineOf(row: readonly boolean[], pixels: number): Buffer {
  const line = Buffer.alloc(1 + Math.ceil(pixels / 8));
  for (let x = 0; x < pixels; x++) if (!row[Math.floor(x / SCALE)]) line[1 + (x >> 3)]! |= 0x80 >> (x & 7);
  return line;
}

function chunk(kind: string, data = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
