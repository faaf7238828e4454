import { afterEach, expect, test, vi } from "vitest";
import { findKeptTicket, forgetHandedOn, forgetTicketOf, keepTicket } from "#components/live/kept-ticket.ts";
import type { KeptTicket } from "#domain/ticket.ts";

afterEach(() => vi.unstubAllGlobals());

/** A browser that keeps the pages of these tickets. @returns which are still there */
function keeping(tickets: Record<string, KeptTicket>): () => string[] {
  const pages = new Map(
    Object.entries(tickets).map(([path, ticket]) => [
      `https://camp.example${path}`,
      new Response("", { headers: { "wallchart-ticket": JSON.stringify(ticket) } }),
    ]),
  );
  const cache = {
    keys: async () => [...pages.keys()].map((url) => ({ url })),
    match: async (asked: { url: string } | string) =>
      pages.get(typeof asked === "string" ? `https://camp.example${asked}` : asked.url),
    delete: async ({ url }: { url: string }) => pages.delete(url),
  };
  vi.stubGlobal("caches", { open: async () => cache });
  return () => [...pages.keys()].map((url) => new URL(url).pathname);
}

const AMA = { owner: "ama", held: true };

test("a phone that acts for another now forgets the ticket it kept, and none of another camp", async () => {
  const left = keeping({ "/e/camp/r/a": AMA, "/e/other/r/a": AMA });
  await forgetHandedOn("camp", "ama");
  expect(left()).toEqual(["/e/camp/r/a", "/e/other/r/a"]);
  await forgetHandedOn("camp", "ben");
  expect(left()).toEqual(["/e/other/r/a"]);
});

test("a phone that acts for nobody any more forgets it too, and one that never acted for anybody keeps it", async () => {
  const left = keeping({ "/e/camp/r/a": AMA, "/e/camp/r/b": { owner: "ben", held: false } });
  await forgetHandedOn("camp", null);
  expect(left()).toEqual(["/e/camp/r/b"]);
});

test("a ticket whose place is gone is forgotten, and another's is not", async () => {
  const left = keeping({ "/e/camp/r/a": AMA, "/e/camp/r/b": { owner: "ben", held: false } });
  await forgetTicketOf("camp", "ama");
  expect(left()).toEqual(["/e/camp/r/b"]);
});

test("the ticket that is kept of a camp is found, and that of no other", async () => {
  keeping({ "/e/other/r/b": AMA, "/e/camp/r/a": AMA });
  expect([await findKeptTicket("camp"), await findKeptTicket("york")]).toEqual(["/e/camp/r/a", null]);
  vi.unstubAllGlobals();
  expect(await findKeptTicket("camp")).toBe(null);
});

test("a browser that keeps nothing is no fault", async () => {
  await expect(forgetHandedOn("camp", null)).resolves.toBeUndefined();
});

test("a ticket is said to be kept once it is there, and where no worker keeps it not at all", async () => {
  vi.useFakeTimers();
  const there = keeping({});
  vi.stubGlobal("location", { origin: "https://camp.example" });
  const posted: unknown[] = [];
  const worker = {
    register: async () => {},
    ready: Promise.resolve({ active: { postMessage: (it: unknown) => posted.push(it) } }),
  };
  vi.stubGlobal("navigator", { serviceWorker: worker });
  const never = keepTicket("/e/camp/r/a", AMA);
  await vi.advanceTimersByTimeAsync(10_000);
  expect([await never, posted.length, there()]).toEqual([false, 1, []]);
  keeping({ "/e/camp/r/a": AMA });
  expect(await keepTicket("/e/camp/r/a", AMA)).toBe(true);
  vi.stubGlobal("navigator", {});
  expect(await keepTicket("/e/camp/r/a", AMA)).toBe(false);
  vi.useRealTimers();
});
