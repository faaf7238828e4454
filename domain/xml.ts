/** Text made fit to stand in XML, between tags or in double quotes. */
import { escaped } from "#domain/html.ts";

/** Signs that no XML may have, however they are written (XML 1.0, 2.2). */
const NO_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

export const xmlText = (raw: string): string => escaped(raw.replace(NO_XML, ""));

/** An element that holds text alone. */
export const element = (name: string, content: string): string => `<${name}>${xmlText(content)}</${name}>`;
