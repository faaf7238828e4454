import type { IncomingMessage } from "node:http";

/** What was sent, as text; null where it says that it is longer. The parser holds it to the length it declares. */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<string | null> {
  if (Number(request.headers["content-length"] ?? 0) > mostBytes) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
