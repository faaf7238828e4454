/**
 * Every word a person reads, in English: one file per noun in `messages/en/`, gathered here.
 * A second language is one more folder and a file like this one that satisfies `Messages`.
 *
 * A message is a string, or a function of what it speaks about that returns one. No markup, no formatting of its
 * own: times and counts come from `messages/format.ts`. A face that runs in the browser imports its noun's file
 * and not this one, so that a phone downloads only the words it shows.
 */
import { common } from "./en/common.ts";
import { demo } from "./en/demo.ts";
import { design } from "./en/design.ts";
import { event } from "./en/event.ts";
import { gate } from "./en/gate.ts";
import { grid } from "./en/grid.ts";
import { mailbox } from "./en/mailbox.ts";
import { pitch } from "./en/pitch.ts";
import { voting } from "./en/voting.ts";
import { wall } from "./en/wall.ts";

export const en = { common, demo, design, event, gate, grid, mailbox, pitch, voting, wall };

/** The shape every language has. */
export type Messages = typeof en;
