/** Sends one message to a program, signed as Standard Webhooks says. */
import { createHmac } from "node:crypto";
import http from "node:http";
import https from "node:https";
import { webhookUrl } from "#domain/webhook.ts";
import { type Posted, post } from "../posting.ts";
import { publicLookup } from "../public-address.ts";

/** How long an answer is waited for in all, in milliseconds. */
const PATIENCE_MS = 10_000;

export type WebhookMessage = { id: string; body: string };

export type WebhookSender = {
  /** @param now milliseconds since 1970 */
  send(to: { url: string; secret: string }, message: WebhookMessage, now: number): Promise<Posted>;
};

/** A program that a test runs itself, without https and on this machine, and how long it is waited for. */
type InTest = { origin: string; patience: number };

/** @param inTest given by a test alone */
export function webhookSender(inTest: InTest | null = null): WebhookSender {
  const agent = new https.Agent({ lookup: publicLookup });
  return {
    async send({ url, secret }, message, now) {
      const own = inTest !== null && url.startsWith(`${inTest.origin}/`);
      if (!own && webhookUrl(url) === null) return { status: null, why: "no_address", retryAfter: 0 };
      const headers = headersOf(message, secret, Math.floor(now / 1000));
      if (own)
        return post(http, url, { headers, signal: AbortSignal.timeout(inTest.patience) }, message.body);
      return post(https, url, { headers, agent, signal: AbortSignal.timeout(PATIENCE_MS) }, message.body);
    },
  };
}

/** @param timestamp seconds since 1970, of this try */
function headersOf({ id, body }: WebhookMessage, secret: string, timestamp: number): Record<string, string> {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return {
    "content-type": "application/json; charset=utf-8",
    "content-length": String(Buffer.byteLength(body)),
    "user-agent": "wallchart",
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": `v1,${signature}`,
  };
}
