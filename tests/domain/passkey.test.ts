import { describe, expect, it } from "vitest";
import { MOST } from "#domain/limits.ts";
import { isCopied, RECENT_MS, siteOf, whyNotAdd, whyNotReady } from "#domain/passkey.ts";

describe("the site that a passkey is of", () => {
  it("is the name of the host, at whatever port", () => {
    expect(siteOf("https://camp.example")).toEqual({ id: "camp.example", origin: "https://camp.example" });
    expect(siteOf("http://localhost:3000")).toEqual({ id: "localhost", origin: "http://localhost:3000" });
  });

  it("is none where the address is a number", () => {
    expect(["http://127.0.0.1:3000", "http://[::1]:3000", "https://10.0.0.7"].map(siteOf)).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe("who may add or remove a passkey", () => {
  const now = new Date("2026-07-01T10:00:00Z");
  const ago = (ms: number) => new Date(now.getTime() - ms);
  const none = { passkeys: 0, signedInAt: null, usedAt: null, shared: false };

  it("is whoever has none and signed in a moment ago", () => {
    expect(whyNotReady({ ...none, signedInAt: ago(RECENT_MS) }, now)).toBe(null);
    expect(whyNotReady({ ...none, signedInAt: ago(RECENT_MS + 1) }, now)).toBe("sign_in_again");
    expect(whyNotReady(none, now)).toBe("sign_in_again");
  });

  it("is with a passkey whoever used it a moment ago, and no mailbox", () => {
    const has = { ...none, passkeys: 1, signedInAt: now, usedAt: null };
    expect(whyNotReady(has, now)).toBe("passkey_first");
    expect(whyNotReady({ ...has, usedAt: ago(RECENT_MS + 1) }, now)).toBe("passkey_again");
    expect(whyNotReady({ ...has, usedAt: ago(RECENT_MS) }, now)).toBe(null);
  });

  it("adds a handful at most, and removes the last of them", () => {
    const full = { ...none, passkeys: MOST.passkeys, signedInAt: now, usedAt: now };
    expect([whyNotAdd(full, now), whyNotReady(full, now)]).toEqual(["passkeys_full", null]);
    expect(whyNotAdd({ ...full, passkeys: MOST.passkeys - 1 }, now)).toBe(null);
  });

  it("is nobody who is everybody that tries a demo", () => {
    expect(whyNotAdd({ ...none, signedInAt: now, shared: true }, now)).toBe("passkey_demo");
  });
});

it("takes a key for a copy that counts, and not on", () => {
  const said = [
    [0, 0],
    [0, 1],
    [7, 8],
    [7, 7],
    [7, 6],
    [7, 0],
  ] as const;
  expect(said.map(([kept, now]) => isCopied(kept, now))).toEqual([false, false, false, true, true, true]);
});
