import type { Qr } from "#components/ui/qr.tsx";
import { FORMATS, type Format } from "#domain/badge/format.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./badge.module.css";
import { layOut } from "./layout.ts";

const words = wordsOf("badges");

/** What stands on one label; with no name it is blank, for somebody to write on. */
export type Label = {
  camp: string;
  name: string;
  organisation: string;
  /** Null on a blank one, which has both lanyards to choose from. */
  photos: boolean | null;
  /** "KWT 4H7" */
  code: string;
  qr: Qr | null;
};

const lanyardOf = (photos: boolean | null) =>
  words.lanyard[photos === null ? "blank" : photos ? "yes" : "no"];

/** One badge, in millimetres. What would not fit ends at its edge, and never on its neighbour. */
export function BadgeLabel({ format, label, x, y }: { format: Format; label: Label; x: number; y: number }) {
  const { width, height } = FORMATS[format];
  const { lines, qr, shape, rules } = layOut(format, { ...label, lanyard: lanyardOf(label.photos) });
  return (
    <svg className={styles.label} {...{ x, y, width, height }} viewBox={`0 0 ${width} ${height}`}>
      <title>{label.name || words.whose.blank()}</title>
      <rect className={styles.edge} width={width} height={height} />
      {lines.map((line, n) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: what stands on a badge does not move
          key={n}
          className={styles[line.kind]}
          x={round(line.x)}
          y={round(line.y)}
          fontSize={line.size}
          direction={RIGHT_TO_LEFT.test(line.text) ? "rtl" : "ltr"}
        >
          {line.text}
        </text>
      ))}
      {rules.map((rule) => (
        <path
          key={rule.y}
          className={styles.rule}
          d={`M${round(rule.x)} ${round(rule.y)}h${round(rule.width)}`}
        />
      ))}
      {label.photos === null ? null : <Shape round={label.photos} {...shape} />}
      {label.qr ? (
        <svg
          x={round(qr.x)}
          y={round(qr.y)}
          width={qr.size}
          height={qr.size}
          viewBox={`0 0 ${label.qr.size} ${label.qr.size}`}
          role="img"
          aria-label={words.qr}
        >
          <path className={styles.code} d={label.qr.path} shapeRendering="crispEdges" />
        </svg>
      ) : null}
    </svg>
  );
}

/** Of Hebrew, Arabic and the scripts beside them, where it begins with one. */
const RIGHT_TO_LEFT = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;

const round = (millimetres: number) => Math.round(millimetres * 100) / 100;

/** A full circle, or a square that is crossed out: told apart on any printer, and by whoever sees no colour. */
function Shape({ round: circle, x, y, size }: { round: boolean; x: number; y: number; size: number }) {
  if (circle) return <circle cx={round(x + size / 2)} cy={round(y + size / 2)} r={round(size / 2)} />;
  const inner = round(size * 0.8);
  const [left, top] = [round(x + size * 0.1), round(y + size * 0.1)];
  const d = `M${left} ${top}h${inner}v${inner}h${-inner}zl${inner} ${inner}`;
  return <path className={styles.square} d={d} strokeWidth={round(size * 0.16)} />;
}
