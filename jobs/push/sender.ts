/** Asks a push service to tell a phone: encrypted for that phone alone (RFC 8291), signed as this installation (RFC 8292). */
import http from "node:http";
import https from "node:https";
import webPush from "web-push";
import type { Database } from "#db/connection.ts";
import { readPushKeys } from "#db/push/key.ts";
import {
  answerOf,
  contactOf,
  type PushAnswer,
  type PushAsk,
  type PushNotification,
  pushEndpoint,
} from "#domain/push.ts";
import { env } from "#env.ts";
import { post } from "../posting.ts";
import { publicLookup } from "../public-address.ts";

/** How long a push service is waited for in all, in milliseconds. */
const PATIENCE_MS = 5_000;

/** Connections to one push service that are kept for the next phone. */
const KEPT = 16;

/** `seconds` is how long it may be kept for a phone that is away; a later one of the same `topic` replaces it. */
type Terms = { seconds: number; topic: string };

/** `why` is the status or a code of the fault, never the address. `retryAfter` in seconds, 0 where nothing was said. */
export type Sent = { answer: PushAnswer; why: string; retryAfter: number };

export type PushSender = { send(to: PushAsk, notification: PushNotification, terms: Terms): Promise<Sent> };

type Options = Parameters<typeof post>[2];

type Keys = { publicKey: string; privateKey: string };

const chosen = new WeakMap<Database, Promise<PushSender>>();

/** With the keys of a database, which never change. */
export function senderFor(db: Database): Promise<PushSender> {
  const known = chosen.get(db);
  if (known) return known;
  const { MAIL_FROM, ORIGIN } = env();
  const made = readPushKeys(db).then((keys) => webPushSender(keys, contactOf(MAIL_FROM, ORIGIN)));
  chosen.set(db, made);
  made.catch(() => chosen.delete(db));
  return made;
}

/** A push service that a test runs itself, without https and on this machine, and how long it is waited for. */
type InTest = { origin: string; patience: number };

/**
 * @param contact how a push service can reach whoever runs this
 * @param inTest given by a test alone
 */
export function webPushSender(keys: Keys, contact: string, inTest: InTest | null = null): PushSender {
  const agent = new https.Agent({ keepAlive: true, maxFreeSockets: KEPT, lookup: publicLookup });
  const vapidDetails = { subject: contact, ...keys };
  return {
    async send({ endpoint, p256dh, auth }, notification, { seconds, topic }) {
      const own = inTest !== null && endpoint.startsWith(`${inTest.origin}/`);
      if (!own && pushEndpoint(endpoint) === null)
        return { answer: "gone", why: "no_endpoint", retryAfter: 0 };
      const options = { vapidDetails, TTL: seconds, urgency: "high", topic } as const;
      const to = { endpoint, keys: { p256dh, auth } };
      let request: ReturnType<typeof webPush.generateRequestDetails>;
      try {
        request = webPush.generateRequestDetails(to, JSON.stringify(notification), options);
      } catch {
        // A key that is no point of the curve: nothing can ever be written to this phone.
        return { answer: "gone", why: "no_key", retryAfter: 0 };
      }
      const { headers, body } = request;
      if (own) return tell(http, endpoint, { headers, signal: AbortSignal.timeout(inTest.patience) }, body);
      return tell(https, endpoint, { headers, agent, signal: AbortSignal.timeout(PATIENCE_MS) }, body);
    },
  };
}

/** @param options of the request */
async function tell(by: typeof http | typeof https, endpoint: string, options: Options, body: Buffer | null) {
  const { status, why, retryAfter } = await post(by, endpoint, options, body);
  const answer: PushAnswer = status === null ? "later" : answerOf(status);
  return { answer, why, retryAfter };
}
