/** A push service on this machine, and browsers that ask it: what comes is decrypted as a browser would (RFC 8291). */
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import type { PushAsk, PushNotification } from "#domain/push.ts";
import { atTheEnd } from "./ending.ts";

export type Received = {
  path: string;
  notification: PushNotification;
  ttl: number;
  urgency: string;
  topic: string;
  /** What the sender says of itself, once its signature is right. */
  claims: { aud: string; exp: number; sub: string };
  /** The key it signed with. */
  key: string;
};

/** What it answers to one path; 201 where nothing is said. */
export type Answering = { status: number; headers?: Record<string, string>; after?: Promise<unknown> };

const encoded = (bytes: Buffer) => bytes.toString("base64url");

/** @returns its origin, what browsers give that ask there, and what came */
export async function pushService() {
  const got: Received[] = [];
  const answers = new Map<string, Answering>();
  const browsers = new Map<string, { privateKey: Buffer; publicKey: Buffer; auth: Buffer }>();
  let asked = 0;
  const server = http.createServer(async (request, response) => {
    asked += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const path = request.url ?? "";
    const browser = browsers.get(path);
    if (browser) got.push({ path, ...readRequest(request.headers, Buffer.concat(chunks), browser) });
    const { status, headers = {}, after } = answers.get(path) ?? { status: 201 };
    await after;
    response.writeHead(status, headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  atTheEnd(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    got,
    answers,
    /** How many requests came, also those that could not be read. */
    asked: () => asked,
    /** A phone that asks here. */
    subscribe(path = `/wpush/${encoded(randomBytes(12))}`): PushAsk {
      const pair = createECDH("prime256v1");
      const publicKey = pair.generateKeys();
      const auth = randomBytes(16);
      browsers.set(path, { privateKey: pair.getPrivateKey(), publicKey, auth });
      return { endpoint: `${origin}${path}`, p256dh: encoded(publicKey), auth: encoded(auth) };
    },
  };
}

function readRequest(
  headers: http.IncomingHttpHeaders,
  body: Buffer,
  browser: { privateKey: Buffer; publicKey: Buffer; auth: Buffer },
): Omit<Received, "path"> {
  const { claims, key } = readSignature(headers.authorization ?? "");
  return {
    notification: JSON.parse(decrypted(body, browser)),
    ttl: Number(headers.ttl),
    urgency: String(headers.urgency),
    topic: String(headers.topic),
    claims,
    key,
  };
}

function decrypted(
  body: Buffer,
  { privateKey, publicKey, auth }: { privateKey: Buffer; publicKey: Buffer; auth: Buffer },
): string {
  const [salt, idLength] = [body.subarray(0, 16), body[20]!];
  const [sender, sealed] = [body.subarray(21, 21 + idLength), body.subarray(21 + idLength)];
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(privateKey);
  const derived = (from: Buffer, by: Buffer, info: Buffer | string, length: number) =>
    Buffer.from(hkdfSync("sha256", from, by, info, length));
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), publicKey, sender]);
  const shared = derived(pair.computeSecret(sender), auth, info, 32);
  const opening = createDecipheriv(
    "aes-128-gcm",
    derived(shared, salt, "Content-Encoding: aes128gcm\0", 16),
    derived(shared, salt, "Content-Encoding: nonce\0", 12),
  );
  opening.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([opening.update(sealed.subarray(0, -16)), opening.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString("utf8");
}

/** @throws where it is not signed with the key it names (RFC 8292, ES256) */
function readSignature(authorization: string): Pick<Received, "claims" | "key"> {
  const [, head, claims, signature, key] =
    /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(authorization) ?? [];
  const point = Buffer.from(key ?? "", "base64url");
  const jwk = { kty: "EC", crv: "P-256", x: encoded(point.subarray(1, 33)), y: encoded(point.subarray(33)) };
  const publicKey = createPublicKey({ key: jwk, format: "jwk" });
  const signed = Buffer.from(`${head}.${claims}`);
  const by = { key: publicKey, dsaEncoding: "ieee-p1363" as const };
  if (!verify("sha256", signed, by, Buffer.from(signature ?? "", "base64url")))
    throw new Error("a push that its sender did not sign");
  return { claims: JSON.parse(Buffer.from(claims!, "base64url").toString()), key: key! };
}
