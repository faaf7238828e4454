import { Fragment, type ReactNode } from "react";

/** Where a long word may break: the joints of addresses and of "communication/s". */
const JOINT = /(?<=[/@._\-?&=:#%+|\\])(?=[\p{L}\p{N}])/u;

/** A shorter word fits on every screen and is left alone: "and/or", "24/7", "1.30pm". */
const LONG = 12;

const isJoined = (word: string) => word.length >= LONG && JOINT.test(word);

/** What somebody typed, in whatever script: it keeps its own direction, and long words break at their joints. */
export function Words({ children }: { children: string }) {
  if (!children.split(/\s/).some(isJoined)) return <bdi>{children}</bdi>;
  return (
    <bdi>
      {children.split(/(\S+)/).map((word, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the same text always splits into the same words
        isJoined(word) ? <Joined key={index} word={word} /> : word,
      )}
    </bdi>
  );
}

function Joined({ word }: { word: string }) {
  return (
    <span className="joined">
      {word.split(JOINT).map((part, index) => (
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
