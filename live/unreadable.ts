/**
 * What was sent to a form or an action and is not what the framework sends to itself: only somebody's own program does
 * that. The framework takes it for a fault of ours, and tells of it on the log alone, so that is where it is noticed.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage, ServerResponse } from "node:http";
import { framesOf } from "#domain/fault.ts";

type Sent = { response: ServerResponse; unreadable: boolean };

const sent = new AsyncLocalStorage<Sent>();

/** As it is installed, and the part of it that a build takes into a file of that name. */
const FRAMEWORK = /[/\\]node_modules[/\\_]next[/\\_]dist[/\\_]/;
const NODE = /\bnode:|<anonymous>|Promise\.all/;

/** Whether a fault arose in the framework, and nothing of ours had called it or been called by it. */
export function isOfFramework(fault: unknown): fault is Error {
  if (!(fault instanceof Error)) return false;
  const frames = framesOf(fault).filter((frame) => !NODE.test(frame));
  return frames.length > 0 && frames.every((frame) => FRAMEWORK.test(frame));
}

/** Answers a request by the framework. @param work asks whether what was sent turned out to be unreadable */
export function readByFramework(
  { method }: IncomingMessage,
  response: ServerResponse,
  work: (wasUnreadable: () => boolean) => void,
): void {
  const one: Sent = { response, unreadable: false };
  if (method === "POST") sent.run(one, () => work(() => one.unreadable));
  else work(() => false);
}

/** Keeps of a fault on its way to the log that it is one of reading what was sent. @returns whether it is */
export function noticeUnreadable(fault: unknown): boolean {
  const one = sent.getStore();
  if (!one || !isOfFramework(fault)) return false;
  // One with a digest was met while something was drawn: an action's answer that is a fault, or a page of ours.
  if ("digest" in fault && one.response.statusCode !== 500) return false;
  one.unreadable = true;
  return true;
}
