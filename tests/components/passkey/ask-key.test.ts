/** What is said where a browser or a key does not do it, with a browser that answers as each of them does. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Asking, askKey } from "#components/passkey/ask-key.ts";
import { passkey } from "#messages/en/passkey.ts";
import { refusal } from "#messages/en/refusal.ts";

const { trouble } = passkey;

afterEach(() => vi.unstubAllGlobals());

/** A browser that knows passkeys, and whose keys fail so. */
function failing(name: string): void {
  const fail = () => Promise.reject(new DOMException("no", name));
  vi.stubGlobal("PublicKeyCredential", () => undefined);
  vi.stubGlobal("navigator", { credentials: { create: fail, get: fail } });
  vi.stubGlobal("window", { location: { hostname: "camp.example" } });
}

const challenge = "A".repeat(43);
const using: Asking = { kind: "use", begin: async () => ({ options: { challenge, rpId: "camp.example" } }) };
const adding: Asking = {
  kind: "add",
  begin: async () => ({
    options: {
      challenge,
      rp: { name: "Wallchart", id: "camp.example" },
      user: { id: challenge, name: "ama@example.org", displayName: "Ama" },
      pubKeyCredParams: [{ type: "public-key", alg: -7 }],
    },
  }),
};

describe("a key that is not used", () => {
  it.each([
    ["NotAllowedError", trouble.cancelled],
    ["AbortError", trouble.cancelled],
    ["NotReadableError", trouble.broken],
  ])("is said for %s", async (name, said) => {
    failing(name);
    expect(await askKey(using)).toEqual({ trouble: said });
  });

  it.each([
    ["NotAllowedError", trouble.notAdded],
    ["InvalidStateError", trouble.there],
    ["NotReadableError", trouble.broken],
  ])("or added for %s", async (name, said) => {
    failing(name);
    expect(await askKey(adding)).toEqual({ trouble: said });
  });

  it("is said before anything is asked of a browser that knows none", async () => {
    const begin = vi.fn(async () => ({ options: { challenge } }));
    expect(await askKey({ kind: "use", begin })).toEqual({ trouble: trouble.unsupported });
    expect(begin).not.toHaveBeenCalled();
  });

  it("says why the server lets nobody begin, and that it is away", async () => {
    failing("NotAllowedError");
    const no = { code: "passkey_first" as const, ...refusal.passkey_first };
    const begin = async () => ({ values: {}, errors: {}, refusal: no });
    expect(await askKey({ kind: "add", begin })).toEqual({ trouble: no });
    const away = () => Promise.reject(new TypeError("fetch failed"));
    expect(await askKey({ kind: "use", begin: away })).toEqual({ trouble: trouble.away });
  });
});
