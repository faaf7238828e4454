/** Where the worker sends nothing to, whatever stands in the database. */
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import { NOT_PUBLIC } from "#jobs/public-address.ts";
import { webhookSender } from "#jobs/webhook/sender.ts";
import { program } from "#tests/support/program.ts";

const theirs = await program();
const sender = webhookSender();
const message = { id: "msg_1", body: "{}" };
const { port } = new URL(theirs.origin);
const { lookup } = dns;
afterEach(() => {
  vi.restoreAllMocks();
  dns.lookup = lookup;
  syncBuiltinESMExports();
});

it.each([`${theirs.origin}/x`, `https://127.0.0.1:${port}/x`, "https://[::1]/x", "https://localhost/x"])(
  "nothing is sent to %s",
  async (url) => {
    expect(await sender.send({ url, secret: "whsec_eA==" }, message, Date.now())).toMatchObject({
      status: null,
      why: "no_address",
    });
    expect(theirs.asked()).toBe(0);
  },
);

// Seen to knock at this machine, with the agent's own lookup taken out.
it.each([["127.0.0.1"], ["10.1.2.3"], ["::ffff:127.0.0.1"]])(
  "no connection is opened where a name leads to %s",
  async (address) => {
    dns.lookup = ((_name: string, _options: unknown, tell: (fault: null, found: unknown) => void) =>
      tell(null, [{ address, family: net.isIP(address) }])) as never;
    syncBuiltinESMExports();
    const sent = await sender.send(
      { url: "https://hooks.example.com/x", secret: "whsec_eA==" },
      message,
      Date.now(),
    );
    expect(sent).toEqual({ status: null, why: NOT_PUBLIC, retryAfter: 0 });
  },
);
