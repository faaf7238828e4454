import styles from "./qr.module.css";

/** A QR code as one SVG path, so that it prints and scales without inline style. */
export type Qr = { size: number; path: string };

/** As wide as `--qr` says where it stands. @param label the address, for whoever cannot point a camera at it */
export function QrCode({ qr, label }: { qr: Qr; label: string }) {
  return (
    <svg className={styles.qr} viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={label}>
      <rect className={styles.light} width={qr.size} height={qr.size} />
      <path className={styles.dark} d={qr.path} shapeRendering="crispEdges" />
    </svg>
  );
}
