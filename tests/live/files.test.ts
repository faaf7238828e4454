/** What a build compressed is sent as it is; whatever else is asked for is left to the framework. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import zlib from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sendFiles } from "#live/files.ts";
import { packFiles } from "../../bin/pack.ts";

const script = "export const words = 'of a camp';\n".repeat(200);
const dist = mkdtempSync(path.join(tmpdir(), "wallchart-files-"));
let server: http.Server;

beforeAll(async () => {
  mkdirSync(path.join(dist, "static/chunks"), { recursive: true });
  writeFileSync(path.join(dist, "static/chunks/0a~b.js"), script);
  writeFileSync(path.join(dist, "static/chunks/0a.css"), "main { color: red }");
  writeFileSync(path.join(dist, "static/chunks/0a.woff2"), "a font");
  await packFiles(dist);
  writeFileSync(path.join(dist, "static/chunks/late.js"), script);
  const send = sendFiles(dist);
  server = http.createServer((request, response) => {
    if (!send(request, response)) response.end("the framework");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => {
  server.close();
  rmSync(dist, { recursive: true });
});

/** Without undoing what the answer is encoded in. */
function ask(name: string, headers: http.OutgoingHttpHeaders, method = "GET") {
  const { port } = server.address() as AddressInfo;
  const request = { port, method, path: `/_next/static/chunks/${name}`, headers };
  return new Promise<{ headers: http.IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    http
      .request(request, async (answer) => {
        const body = Buffer.concat(await answer.toArray());
        resolve({ headers: answer.headers, body });
      })
      .on("error", reject)
      .end();
  });
}

describe("a script of the build", () => {
  test.each([
    ["br", "gzip, deflate, br, zstd", zlib.brotliDecompressSync],
    ["gzip", "gzip, deflate", zlib.gunzipSync],
  ])("comes as %s to whoever takes %s, and is kept for good", async (encoding, accepted, undo) => {
    const { headers, body } = await ask("0a~b.js?dpl=1", { "accept-encoding": accepted });
    expect(undo(body).toString()).toBe(script);
    expect(headers).toMatchObject({
      "content-type": "application/javascript; charset=utf-8",
      "content-encoding": encoding,
      "content-length": String(body.length),
      "cache-control": "public, max-age=31536000, immutable",
      vary: "accept-encoding",
    });
  });

  test("is described without being sent", async () => {
    const { headers, body } = await ask("0a~b.js", { "accept-encoding": "br" }, "HEAD");
    expect(headers["content-encoding"]).toBe("br");
    expect(body.length).toBe(0);
  });
});

test("a style sheet comes as one", async () => {
  const { headers, body } = await ask("0a.css", { "accept-encoding": "br" });
  expect(headers["content-type"]).toBe("text/css; charset=utf-8");
  expect(zlib.brotliDecompressSync(body).toString()).toBe("main { color: red }");
});

test.each([
  ["takes no encoding that there is", "0a~b.js", {}, "GET"],
  ["asks for a part", "0a~b.js", { "accept-encoding": "br", range: "bytes=0-9" }, "GET"],
  ["sends something", "0a~b.js", { "accept-encoding": "br" }, "POST"],
  ["asks for a font", "0a.woff2", { "accept-encoding": "br" }, "GET"],
  ["asks for what was not compressed", "late.js", { "accept-encoding": "br" }, "GET"],
  ["asks for what is not there", "..%2f..%2fstamp", { "accept-encoding": "br" }, "GET"],
])("whoever %s asks the framework", async (_, name, headers, method) => {
  expect((await ask(name, headers, method)).body.toString()).toBe("the framework");
});
