/** Telling a phone that asked, by web push: what it asks with, how long it is worth telling, and what an answer means. */
import { type Backoff, pauseAfter } from "#domain/backoff.ts";
import { CALL_MS } from "#domain/help-call.ts";
import { LONGEST } from "#domain/limits.ts";
import { publicUrl } from "#domain/public-url.ts";

/** What a browser gives that asks. `p256dh` and `auth` in base64url (RFC 8291). */
export type PushAsk = { endpoint: string; p256dh: string; auth: string };

/** An uncompressed point of P-256, and sixteen bytes. */
const KEYS = { p256dh: /^B[\w-]{86}$/, auth: /^[\w-]{22}$/ };

/** The address of a push service in one spelling; null where it can be none. Where the name leads is asked when it is sent. */
export const pushEndpoint = (text: string): string | null => publicUrl(text, LONGEST.pushEndpoint);

/** What a browser gave, its address in one spelling; null where nothing could be sent by it. */
export function readPushAsk({ endpoint, p256dh, auth }: PushAsk): PushAsk | null {
  const spelt = pushEndpoint(endpoint);
  return spelt !== null && KEYS.p256dh.test(p256dh) && KEYS.auth.test(auth)
    ? { endpoint: spelt, p256dh, auth }
    : null;
}

/** How long each is worth telling, in milliseconds: what comes hours late misleads. */
export const TOLD_WITHIN = {
  announcement: 30 * 60_000,
  turn: 3 * 60_000,
  sessions: 60 * 60_000,
  help: CALL_MS,
  place: 5 * 60_000,
  halt: 24 * 60 * 60_000,
} as const;

/** How long a changed session waits for what is changed right after it, in milliseconds: they are said together. */
export const SETTLES_MS = 2 * 60_000;

/** Whole seconds for which a push service may keep it, from 0. @param endsAt, now milliseconds since 1970 */
export function secondsLeft(endsAt: number, now: number): number {
  return Math.max(0, Math.floor((endsAt - now) / 1000));
}

/**
 * What a push service's answer means (RFC 8030). `taken`: it is on its way. `gone`: this phone is not there any more.
 * `later`: it may be taken another time. `refused`: never, and not because of the phone.
 */
export type PushAnswer = "taken" | "gone" | "later" | "refused";

/** @param status of HTTP */
export function answerOf(status: number): PushAnswer {
  if (status >= 200 && status < 300) return "taken";
  if (status === 404 || status === 410) return "gone";
  return status === 408 || status === 429 || status >= 500 ? "later" : "refused";
}

const PAUSES: Backoff = { first: 4_000, most: 5 * 60_000 };

/**
 * How long to wait before it is tried again, in milliseconds: longer each time, and at least what the service asks for.
 * @param tries how often it was tried, from 1
 * @param draw from 0 to 1
 * @param retryAfter what the service said in seconds; 0 where it said nothing
 */
export function pushPause(tries: number, draw: number, retryAfter: number): number {
  return Math.max(pauseAfter(tries - 1, draw, PAUSES), Math.min(retryAfter * 1000, PAUSES.most));
}

/**
 * By what a push service can reach whoever runs this (RFC 8292, 2.1): the address mail comes from, or the public address
 * where that mail is nobody's.
 */
export function contactOf(mailFrom: string, origin: string): string {
  const address = /<([^<>]+)>\s*$/.exec(mailFrom)?.[1] ?? mailFrom.trim();
  return address.split("@").at(-1)!.includes(".") || !origin.startsWith("https:")
    ? `mailto:${address}`
    : origin;
}

/** By what a later one replaces an earlier, in the push service and on the phone: base64url, at most 32 signs (RFC 8030). */
export function topicOf(id: string): string {
  return id.replaceAll("-", "");
}

/** What travels to the phone, as public/sw.js reads it. `path` is opened with a tap. */
export type PushNotification = {
  title: string;
  body: string;
  tag: string;
  path: string;
  lang: string;
  dir: "ltr" | "rtl";
};
