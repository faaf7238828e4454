import { encode } from "uqr";
import type { Qr } from "./qr.tsx";

/** An address as a QR code. Medium error correction is enough for a projector, and for paper that was rained on. */
export function squareOf(address: string): Qr {
  const { data, size } = encode(address, { ecc: "M", border: 2 });
  const cells = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")));
  return { size, path: cells.join("") };
}
