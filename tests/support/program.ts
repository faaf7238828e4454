/** A program on this machine that is told what changes: it checks what comes as Standard Webhooks says. */
import { createHmac, timingSafeEqual } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { atTheEnd } from "./ending.ts";

export type Told = {
  path: string;
  id: string;
  timestamp: number;
  body: { type: string; data: Record<string, unknown> };
};
type Answering = { status: number; headers?: Record<string, string>; after?: Promise<unknown> };

/** What it answers to one path; 204 where nothing is said. `secrets` by path: what is not signed with it is `forged`. */
export async function program() {
  const got: Told[] = [];
  const forged: string[] = [];
  const answers = new Map<string, Answering>();
  const secrets = new Map<string, string>();
  let asked = 0;
  const server = http.createServer(async (request, response) => {
    asked += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const [path, body] = [request.url ?? "", Buffer.concat(chunks).toString("utf8")];
    const [id, timestamp, signature] = ["id", "timestamp", "signature"].map((name) =>
      String(request.headers[`webhook-${name}`]),
    );
    if (isSigned(secrets.get(path) ?? "", `${id}.${timestamp}.${body}`, signature!))
      got.push({ path, id: id!, timestamp: Number(timestamp), body: JSON.parse(body) });
    else forged.push(path);
    const { status, headers = {}, after } = answers.get(path) ?? { status: 204 };
    await after;
    response.writeHead(status, headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  atTheEnd(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, got, forged, answers, secrets, asked: () => asked };
}

function isSigned(secret: string, signed: string, signature: string): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const expected = createHmac("sha256", key).update(signed).digest();
  return signature.split(" ").some((one) => {
    const [version, encoded = ""] = one.split(",");
    const given = Buffer.from(encoded, "base64");
    return version === "v1" && given.length === expected.length && timingSafeEqual(given, expected);
  });
}
