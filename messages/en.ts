/**
 * Every word a person reads, in English: one file per noun in `messages/en/`, gathered here.
 * A second language is one more folder and a file like this one that satisfies `Messages`.
 *
 * A message is a string, or a function of what it speaks about that returns one. No markup, no formatting of its
 * own: times and counts come from `messages/format.ts`. A face that runs in the browser imports its noun's file
 * and not this one, so that a phone downloads only the words it shows.
 */
import { common } from "./en/common.ts";
import { design } from "./en/design.ts";
import { gate } from "./en/gate.ts";

export const en = { common, design, gate };

/** The shape every language has. */
export type Messages = typeof en;
