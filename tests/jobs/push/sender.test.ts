/** Where the worker sends nothing to, whatever stands in the database. */
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import webPush from "web-push";
import type { PushNotification } from "#domain/push.ts";
import { NOT_PUBLIC } from "#jobs/public-address.ts";
import { webPushSender } from "#jobs/push/sender.ts";
import { pushService } from "#tests/support/push-service.ts";

const service = await pushService();
const sender = webPushSender(webPush.generateVAPIDKeys(), "mailto:camp@camp.example");
const terms = { seconds: 60, topic: "lunch" };
const notification: PushNotification = {
  ...{ title: "Brum Camp", body: "Lunch", tag: "lunch", path: "/e/brum/now", lang: "en-GB", dir: "ltr" },
};
const { port } = new URL(service.origin);

const { lookup } = dns;
let opened: string[];
beforeEach(() => {
  opened = [];
  const connect = net.Socket.prototype.connect;
  vi.spyOn(net.Socket.prototype, "connect").mockImplementation(function (this: net.Socket, ...given) {
    const [options] = given as unknown as [{ host?: string }[] | { host?: string }];
    opened.push(String([options].flat()[0]?.host));
    return connect.apply(this, given as never);
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  dns.lookup = lookup;
  syncBuiltinESMExports();
});

/** Has every name lead to these addresses. */
function leadTo(...addresses: string[]): void {
  const found = addresses.map((address) => ({ address, family: net.isIP(address) }));
  dns.lookup = ((_name: string, _options: unknown, tell: (fault: null, found: unknown) => void) =>
    tell(null, found)) as never;
  syncBuiltinESMExports();
}

it.each([
  `${service.origin}/wpush/x`,
  `https://127.0.0.1:${port}/wpush/x`,
  "https://127.0.0.1/wpush/x",
  "https://[::1]/wpush/x",
  "https://localhost/wpush/x",
  `https://push.example.com:${port}/wpush/x`,
])("nothing is asked at %s, and what has such an address is no phone", async (endpoint) => {
  const sent = await sender.send({ ...service.subscribe("/wpush/x"), endpoint }, notification, terms);
  expect(sent).toEqual({ answer: "gone", why: "no_endpoint", retryAfter: 0 });
  expect([service.asked(), opened]).toEqual([0, []]);
});

// Seen to knock at this machine, with the agent's own lookup taken out.
it.each([
  [["127.0.0.1"]],
  [["10.1.2.3"]],
  [["169.254.169.254"]],
  [["::1"]],
  [["::ffff:127.0.0.1"]],
  [["64:ff9b::7f00:1"]],
  [["192.0.2.1", "127.0.0.1"]],
  [["8.8.8.8", "192.168.1.1"]],
])("no connection is opened where a name leads to %s, and it is tried another time", async (addresses) => {
  leadTo(...addresses);
  const ask = { ...service.subscribe(), endpoint: "https://push.example.com/wpush/x" };
  expect(await sender.send(ask, notification, terms)).toEqual({
    answer: "later",
    why: NOT_PUBLIC,
    retryAfter: 0,
  });
  expect(service.asked()).toBe(0);
});
