import type { ReactNode } from "react";
import styles from "./bar.module.css";
import type { Hour } from "./hour.ts";

type BarProps = { value: number; max: number; label: string; tone?: "good" | "wait" | "bad" };

/** SVG needs no inline style, and prints. Say the numbers nearby too. */
export function Bar({ value, max, label, tone }: BarProps) {
  const full = Math.max(0, Math.min(1, value / max)) * 100;
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers draw <meter> each in their own way, and none prints it
    <div
      className={styles.bar}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      data-tone={tone}
    >
      <svg className={styles.scale} aria-hidden="true">
        <rect width={`${full}%`} height="100%" />
      </svg>
    </div>
  );
}

export type Share = { label: string; value: number; hour: Hour };

/**
 * A whole divided, drawn to scale and in words underneath. Empty shares are left out of the drawing only. @param count
 * writes a share's number, such as "61"
 */
export function Shares({
  label,
  shares,
  count,
}: {
  label: string;
  shares: readonly Share[];
  count: (n: number) => ReactNode;
}) {
  const total = shares.reduce((sum, share) => sum + share.value, 0) || 1;
  let x = 0;
  return (
    <figure className={styles.shares} aria-label={label}>
      <svg className={styles.drawing} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        {shares.map((share) => {
          const start = x;
          x += (share.value / total) * 100;
          return (
            <g key={share.label} data-hour={share.hour}>
              <rect className={styles.tint} x={start} width={x - start} height={10} />
              <rect className={styles.edge} x={start} y={8.5} width={x - start} height={1.5} />
              <line className={styles.gap} x1={x} x2={x} y2={10} />
            </g>
          );
        })}
      </svg>
      <ul className={styles.legend}>
        {shares.map((share) => (
          <li key={share.label} className={styles.share} data-hour={share.hour}>
            {share.label} <span className={styles.count}>{count(share.value)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

/**
 * A ring that empties, for the wall. It never flashes, and stands still where less motion is wanted: the figures say it.
 *
 * @param label says the same: "19 seconds left" @param over the word in it once nothing is left
 */
export function Ring({
  value,
  max,
  label,
  over,
}: {
  value: number;
  max: number;
  label: string;
  over?: string;
}) {
  const left = Math.max(0, Math.min(1, value / max)) * 100;
  return (
    <span className={styles.ring} role="timer" aria-label={label} data-over={value <= 0}>
      <svg viewBox="0 0 36 36" aria-hidden="true">
        <circle className={styles.track} cx="18" cy="18" r="16" />
        <circle
          className={styles.left}
          cx="18"
          cy="18"
          r="16"
          pathLength={100}
          strokeDasharray={`${left} 100`}
        />
      </svg>
      <span className={styles.seconds} aria-hidden="true">
        {value > 0 ? value : (over ?? value)}
      </span>
    </span>
  );
}
