import { encode } from "uqr";
import styles from "./status.module.css";

/**
 * A private address as a QR code, black on white in both themes for scanners. @param address whole, as a camera opens
 * it
 */
export function Ticket({ address, label }: { address: string; label: string }) {
  const { data, size } = encode(address, { ecc: "M", border: 3 });
  const squares = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")));
  return (
    <svg className={styles.ticket} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" shapeRendering="crispEdges" d={squares.join("")} />
    </svg>
  );
}
