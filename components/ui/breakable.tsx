import { Fragment } from "react";

/** Where a long run of letters may go on in the next line: after what already divides it. */
const AFTER = /(?<=[^\s/_.:?&=@-][/_.:?&=@-]+)(?=[^\s/_.:?&=@-])/;

/** A text that people typed, with places to break a web address or "communication/s" without breaking a word. */
export function Breakable({ children }: { children: string }) {
  return children.split(AFTER).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name, and are never moved
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));
}
