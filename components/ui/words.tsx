import { Fragment, type ReactNode } from "react";

/** Where a long word may break: the joints of addresses and of "communication/s". */
const JOINT = /(?<=[/@._\-?&=:#%+|\\])(?=[\p{L}\p{N}])/u;

/** A shorter word fits on every screen and is left alone: "and/or", "24/7", "1.30pm". */
const LONG = 12;

const isJoined = (word: string) => word.length >= LONG && JOINT.test(word);

/** Of letters that are large or small: other scripts have no long words, or break between any two signs. */
const isLong = (word: string) => word.length >= LONG && /\p{Ll}/u.test(word) && !/\p{Lo}/u.test(word);

/** From here on a word needs letters smaller still: "communications", "transformation". */
const LONGER = 14;

/**
 * What somebody typed, in whatever script: it keeps its own direction, long words break at their joints, and a narrow
 * card may write them smaller.
 */
export function Words({ children }: { children: string }) {
  const marked = (word: string) => isJoined(word) || isLong(word);
  if (!children.split(/\s/).some(marked)) return <bdi>{children}</bdi>;
  return (
    <bdi>
      {children.split(/(\S+)/).map((word, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the same text always splits into the same words
        marked(word) ? <Marked key={index} word={word} /> : word,
      )}
    </bdi>
  );
}

function Marked({ word }: { word: string }) {
  const parts = isJoined(word) ? word.split(JOINT) : [word];
  const size = Math.max(...parts.map((part) => part.length)) < LONGER ? "long-word" : "longer-word";
  const name = [parts.length > 1 && "joined", isLong(word) && size].filter(Boolean).join(" ");
  return (
    <span className={name}>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <Fragment key={index}>
          {index > 0 ? <wbr /> : null}
          {part}
        </Fragment>
      ))}
    </span>
  );
}

/** Plain text as `Words`; anything else as it is. */
export function worded(node: ReactNode): ReactNode {
  return typeof node === "string" && node !== "" ? <Words>{node}</Words> : node;
}
