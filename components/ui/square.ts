import { encode } from "uqr";
import type { Qr } from "./qr.tsx";

/** An address as a QR code. Medium error correction is enough for a projector, and for paper that was rained on. */
export function squareOf(address: string): Qr {
  const { data, size } = encode(address, { ecc: "M", border: 2 });
  return { size, path: data.map(rowOf).join("") };
}

/** The dark squares of a row that follow each other are one. */
function rowOf(row: readonly boolean[], y: number): string {
  const runs: string[] = [];
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x++;
    const wide = x - from + 1;
    runs.push(`M${from} ${y}h${wide}v1h-${wide}z`);
  }
  return runs.join("");
}
