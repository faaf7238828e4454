import { expect, it } from "vitest";
import { isOwnName, loopback } from "#domain/loopback.ts";

it("asks a server that listens on everything by this machine's own address", () => {
  const at = (HOST: string) => loopback({ HOST, PORT: 3000 });
  expect(at("0.0.0.0")).toBe("127.0.0.1:3000");
  expect(at("::")).toBe("127.0.0.1:3000");
  expect(at("::1")).toBe("[::1]:3000");
  expect(at("10.0.0.4")).toBe("10.0.0.4:3000");
});

it("knows this machine's own names from those of others", () => {
  expect(["localhost", "127.0.0.1", "[::1]"].every(isOwnName)).toBe(true);
  expect(["camp.example", "10.0.0.4", "localhost.example"].some(isOwnName)).toBe(false);
});
