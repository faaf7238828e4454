import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { beforeAll, expect, test, vi } from "vitest";
import { staticFiles } from "#live/static-files.ts";

const SCRIPT = "go();".repeat(100);
let dist: string;
let origin: string;

beforeAll(async () => {
  dist = mkdtempSync(path.join(os.tmpdir(), "wallchart-files-"));
  mkdirSync(path.join(dist, "static/chunks"), { recursive: true });
  writeFileSync(path.join(dist, "secret.js"), "secret");
  writeFileSync(path.join(dist, "static/notes.txt"), "secret");
  writeFileSync(path.join(dist, "static/chunks/a~1.js"), SCRIPT);
  writeFileSync(path.join(dist, "static/chunks/a~1.js.br"), brotliCompressSync(SCRIPT));
  writeFileSync(path.join(dist, "static/chunks/b.css"), "a{}");
  const files = staticFiles(dist);
  const server = http.createServer((request, response) => {
    if (!files(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/_next/static`;
  return () => {
    server.close();
    rmSync(dist, { recursive: true });
  };
});

test("a file of the build comes as it is, to be kept for ever, whatever stands behind its name", async () => {
  for (const name of ["/chunks/a~1.js", "/chunks/a~1.js?v=2"]) {
    const answer = await fetch(origin + name, { headers: { "accept-encoding": "br" } });
    expect([answer.status, await answer.text()]).toEqual([200, SCRIPT]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "cache-control": "public, max-age=31536000, immutable",
      "content-encoding": "br",
      "content-type": "text/javascript; charset=utf-8",
      vary: "accept-encoding",
    });
  }
  expect((await fetch(`${origin}/chunks/b.css`)).headers.get("content-type")).toBe("text/css; charset=utf-8");
});

test("nothing else is one: what is no file of a page, what lies beside the folder, what is sent", async () => {
  const statusOf = async (name: string, method = "GET") => (await fetch(origin + name, { method })).status;
  expect(await statusOf("/chunks/c.js")).toBe(404);
  expect(await statusOf("/notes.txt")).toBe(404);
  expect(await statusOf("/chunks/a~1.js.br")).toBe(404);
  expect(await statusOf("/%2e%2e%2fsecret.js")).toBe(404);
  expect(await statusOf("/chunks/a~1.js", "POST")).toBe(404);
});

test("one that cannot be read is a fault once, and there again when it is", async () => {
  writeFileSync(path.join(dist, "static/late.js"), "");
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const files = staticFiles(dist);
  rmSync(path.join(dist, "static/late.js"));
  const server = http.createServer((request, response) => void files(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/_next/static/late.js`;
  expect((await fetch(address)).status).toBe(500);
  expect(said).toHaveBeenCalledOnce();
  said.mockRestore();
  writeFileSync(path.join(dist, "static/late.js"), "late");
  expect(await (await fetch(address)).text()).toBe("late");
  server.close();
});
