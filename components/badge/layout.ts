/** Where everything stands on a badge, in millimetres from its corner. */
import { FORMATS, type Format } from "#domain/badge/format.ts";
import { firstNameOf } from "#domain/ticket.ts";
import { type Box, type Fitted, fitted, LEADING, tallOf, wideOf } from "./fit.ts";

/** Letters of a first name, of the whole one, and of an organisation. */
const FIRST = [
  26, 23, 20, 18, 16, 14, 12.5, 11, 10, 9, 8, 7, 6.2, 5.5, 4.8, 4.2, 3.6, 3.1, 2.7, 2.4, 2.1, 1.8, 1.5,
];
const NAME = [6, 5.2, 4.6, 4, 3.6, 3.2, 2.8, 2.5, 2.2, 1.9, 1.6];
const ORGANISATION = [4.2, 3.7, 3.3, 2.9, 2.6, 2.3, 2, 1.7];

/** Printers leave an edge white, and dies cut a little beside. A pocket on a lanyard covers the top of what it holds. */
const EDGE = 3;
const HOLE = 14;
const GAP = 1.2;

/** From the top of a line to what its letters stand on. */
const BASE = 0.88;

/** One line, by its middle and what it stands on. */
export type Line = {
  kind: "first" | "rest" | "small" | "word";
  text: string;
  size: number;
  x: number;
  y: number;
};
export type Square = { x: number; y: number; size: number };
export type Layout = {
  lines: Line[];
  qr: Square;
  /** The shape beside the word of a lanyard. */
  shape: Square;
  /** Where somebody writes on a blank one. */
  rules: { x: number; y: number; width: number }[];
};

export type Said = {
  camp: string;
  /** Empty on a blank one, as the code. */
  name: string;
  organisation: string;
  lanyard: string;
  code: string;
};

export function layOut(format: Format, { camp, name, organisation, lanyard, code }: Said): Layout {
  const { words, square } = partsOf(format);
  const { height } = words;
  const small = Math.min(3, Math.max(1.9, height * 0.065));
  const at = (share: number): Box => ({ width: words.width, height: height * share });
  const sizes = (all: readonly number[], share: number) => {
    const some = all.filter((size) => size <= height * share);
    return some.length > 0 ? some : all.slice(-1);
  };
  const first = firstNameOf(name || " ");
  const top = fitted(camp, { width: words.width, height: small * LEADING }, [small, small * 0.8]);
  const rest = fitted(first === name ? "" : name, at(0.3), sizes(NAME, 0.11));
  const by = fitted(organisation, at(0.2), sizes(ORGANISATION, 0.08));
  const shape = small * 1.25;
  const foot = fitted(lanyard, { width: words.width - shape * 1.4, height: small * 3 }, [
    small * 1.2,
    small,
    small * 0.8,
  ]);
  const left = height - [top, rest, by, foot].reduce((sum, it) => sum + tallOf(it), 0) - 3 * GAP;
  const large = fitted(first, { width: words.width, height: left }, FIRST);
  const free = left - tallOf(large);
  const middle = words.x + words.width / 2;
  const lines: Line[] = [];
  let y = words.y;
  const put = (kind: Line["kind"], { size, lines: some }: Fitted, x = middle) => {
    for (const text of some) {
      lines.push({ kind, text, size, x, y: y + size * BASE });
      y += size * LEADING;
    }
    y += GAP;
  };
  put("small", top);
  y += free * 0.4;
  put("first", large);
  y += free * 0.1;
  put("rest", rest);
  put("small", by);
  y = words.y + height - tallOf(foot);
  const wide = wideOf(foot) + shape * 1.4;
  put("word", foot, middle + (shape * 1.4) / 2);
  y = square.y + square.size;
  put(
    "word",
    fitted(code, { width: square.size, height: 10 }, [square.size * 0.17]),
    square.x + square.size / 2,
  );
  return {
    lines,
    qr: square,
    shape: { x: middle - wide / 2, y: words.y + height - tallOf(foot), size: shape },
    rules: name === "" ? [0.45, 0.72].map((part) => ({ ...words, y: words.y + height * part })) : [],
  };
}

/** The words, and the QR code: beside them on a label, below them on what hangs upright. */
function partsOf(format: Format): { words: Box & { x: number; y: number }; square: Square } {
  const { width, height } = FORMATS[format];
  const inner = width - 2 * EDGE;
  const size = Math.min(38, inner * 0.36, height - 2 * EDGE - 6);
  const tall = size * (1 + 0.17 * LEADING);
  if (height > width) {
    const words = { x: EDGE, y: HOLE, width: inner, height: height - HOLE - EDGE - tall - 2 * GAP };
    return { words, square: { x: (width - size) / 2, y: height - EDGE - tall, size } };
  }
  const words = { x: EDGE, y: EDGE, width: inner - size - 1.5 * GAP, height: height - 2 * EDGE };
  return { words, square: { x: width - EDGE - size, y: (height - tall) / 2, size } };
}
