/**
 * Where a mail service reports what came back and what was called spam. A signed report has its signature in a header;
 * Postmark and SES, which sign nothing that could be checked without asking them, have the secret in the address they were given.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { takeReports } from "#db/mail-report.ts";
import {
  confirmationIn,
  parsed,
  REPORT_SHAPES,
  type ReportShape,
  readReports,
  signatureIn,
} from "#domain/mail-report.ts";
import { env } from "#env.ts";
import { readBody } from "#live/body.ts";
import type { Live } from "#live/instance.ts";
import { reply, replyRefused } from "#live/reply.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("live");

const MOST_BYTES = 256 * 1024;

type Place = { shape: string; query: URLSearchParams };

/** `POST /hooks/mail/{signed|postmark|ses}`. */
export async function takeMailReport(
  { db }: Live,
  request: IncomingMessage,
  response: ServerResponse,
  { shape: named, query }: Place,
): Promise<void> {
  const shape = REPORT_SHAPES.find((it) => it === named) ?? "signed";
  const now = new Date();
  const body = await readBody(request, MOST_BYTES);
  if (body === null) return replyRefused(response, "bad_input");
  const secret = env().MAIL_REPORT_SECRET;
  const shown = secret ? proofIn(shape, { request, query, body, secret }, now) : null;
  if (!shown) return reply(response, 403, words.noProof);
  const sent = parsed(body);
  if (sent === null) return replyRefused(response, "bad_input");
  const confirm = shape === "ses" ? confirmationIn(sent) : null;
  // Nothing here asks anything of another host.
  if (confirm) console.log(`SNS asks whether it may report mail here. To say yes, open ${confirm}`);
  await takeReports(db, readReports(shape, sent), now, shown.signature);
  response.writeHead(204, { "cache-control": "private, no-store" }).end();
}

type Asked = { request: IncomingMessage; query: URLSearchParams; body: string; secret: string };

/** Null where whoever sends does not know the secret. */
function proofIn(
  shape: ReportShape,
  { request: { headers }, query, body, secret }: Asked,
  now: Date,
): { signature?: string } | null {
  if (shape === "signed") {
    const given = signatureIn(headers["wallchart-signature"], now.getTime());
    if (!given) return null;
    const made = createHmac("sha256", secret).update(`${given.t}.${body}`).digest("hex");
    return same(made, given.v1) ? { signature: made } : null;
  }
  return same(secret, passwordIn(headers.authorization) ?? query.get("secret") ?? "") ? {} : null;
}

/** Of `https://any:secret@host/…`, which is how these services are told a password. */
function passwordIn(authorization = ""): string | null {
  const [scheme, rest = ""] = authorization.split(" ");
  if (scheme?.toLowerCase() !== "basic") return null;
  return Buffer.from(rest, "base64").toString("utf8").split(":").slice(1).join(":");
}

/** In a time that says nothing of how much of it was right. */
function same(one: string, other: string): boolean {
  const hashed = [one, other].map((text) => createHmac("sha256", "compare").update(text).digest());
  return timingSafeEqual(hashed[0]!, hashed[1]!);
}
