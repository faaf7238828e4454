import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST } from "#domain/limits.ts";
import {
  answerOf,
  contactOf,
  pushEndpoint,
  pushPause,
  readPushAsk,
  secondsLeft,
  topicOf,
} from "#domain/push.ts";

const ENDPOINT = "https://push.services.example.com/wpush/v2/gAAAA-_x?a=b";

describe("the address of a push service", () => {
  it.each([
    "https://fcm.googleapis.com/fcm/send/dx1:APA91b",
    "https://updates.push.services.mozilla.com/wpush/v2/gAAAAABk",
    "https://web.push.apple.com/QGk9pM3h",
    "https://wns2-par02p.notify.windows.com/w/?token=BQYAAAC%2b",
    "https://ntfy.sh/upABC?up=1",
    "https://push.xn--mgba3a4f16a.xn--fiqs8s/x",
    ENDPOINT,
  ])("is %s as it is", (address) => {
    expect(pushEndpoint(address)).toBe(address);
  });

  it.each([
    ["", "nothing"],
    ["no address", "no address"],
    ["/wpush/v2/x", "a path"],
    ["http://push.example.com/x", "not encrypted"],
    ["ftp://push.example.com/x", "another way"],
    ["data:text/plain,x", "no host"],
    ["https://push.example.com:8443/x", "another port"],
    ["https://ama@push.example.com/x", "a name in it"],
    ["https://ama:secret@push.example.com/x", "a password in it"],
    ["https://:secret@push.example.com/x", "a password alone"],
    ["https://localhost/x", "this machine"],
    ["https://localhost./x", "this machine with its root"],
    ["https://push.localhost/x", "this machine by another name"],
    ["https://printer/x", "a name of this network"],
    ["https://printer.local/x", "a name of this house"],
    ["https://db.internal/x", "a name of this office"],
    ["https://metadata.google.internal/x", "a cloud's own"],
    ["https://router.home.arpa/x", "a name of this home"],
    ["https://127.0.0.1/x", "an address"],
    ["https://8.8.8.8/x", "an address of anybody"],
    ["https://0x7f.1/x", "an address in another spelling"],
    ["https://2130706433/x", "an address as one number"],
    ["https://[::1]/x", "an address of version 6"],
    ["https://[::ffff:127.0.0.1]/x", "an address in an address"],
    ["https://127.0.0.1.nip.io.local/x", "a local name that looks like an address"],
    ["https://push.example.com./x", "a name with its root"],
    ["https://-push.example.com/x", "a name that begins with a hyphen"],
  ])("is never %s: %s", (address) => {
    expect(pushEndpoint(address)).toBe(null);
  });

  it("is no longer than the limit, in its own spelling too", () => {
    const long = (length: number) => ENDPOINT + "x".repeat(length - ENDPOINT.length);
    expect(pushEndpoint(long(LONGEST.pushEndpoint))).not.toBe(null);
    expect(pushEndpoint(long(LONGEST.pushEndpoint + 1))).toBe(null);
    expect(pushEndpoint(`${ENDPOINT}${"é".repeat(LONGEST.pushEndpoint / 3)}`)).toBe(null);
  });

  it("has one spelling", () => {
    expect(pushEndpoint("HTTPS://Push.Example.COM:443/x#top")).toBe("https://push.example.com/x");
    expect(pushEndpoint("https://push.example.com")).toBe("https://push.example.com/");
  });

  it("is never an IPv4 address, however it is written", () => {
    const octet = fc.integer({ min: 0, max: 255 });
    const written = fc
      .tuple(octet, octet, octet, octet, fc.constantFrom("dots", "number", "hex", "octal"))
      .map(([a, b, c, d, how]) => {
        if (how === "dots") return `${a}.${b}.${c}.${d}`;
        if (how === "hex") return `0x${a.toString(16)}.0x${b.toString(16)}.${(c << 8) + d}`;
        if (how === "octal") return `0${a.toString(8)}.${b}.${c}.0${d.toString(8)}`;
        return String(((a * 256 + b) * 256 + c) * 256 + d);
      });
    fc.assert(fc.property(written, (host) => pushEndpoint(`https://${host}/x`) === null));
  });
});

describe("what a browser gives", () => {
  const ask = { endpoint: ENDPOINT, p256dh: `B${"a".repeat(86)}`, auth: "b".repeat(22) };

  it("is taken with its keys", () => {
    expect(readPushAsk(ask)).toEqual(ask);
    expect(readPushAsk({ ...ask, endpoint: "https://PUSH.services.example.com/x" })).toEqual({
      ...ask,
      endpoint: "https://push.services.example.com/x",
    });
  });

  it.each([
    { endpoint: "https://10.0.0.1/x" },
    { p256dh: `C${"a".repeat(86)}` },
    { p256dh: `B${"a".repeat(87)}` },
    { p256dh: `B${"a".repeat(85)}=` },
    { auth: "b".repeat(21) },
    { auth: "b".repeat(23) },
    { auth: `${"b".repeat(21)}+` },
  ])("is not taken with %o", (wrong) => {
    expect(readPushAsk({ ...ask, ...wrong })).toBe(null);
  });
});

it("is worth whole seconds, and none once it is too late", () => {
  expect([secondsLeft(10_999, 1_000), secondsLeft(1_000, 1_000), secondsLeft(0, 1_000)]).toEqual([9, 0, 0]);
});

it.each([
  [200, "taken"],
  [201, "taken"],
  [299, "taken"],
  [301, "refused"],
  [307, "refused"],
  [400, "refused"],
  [403, "refused"],
  [404, "gone"],
  [408, "later"],
  [410, "gone"],
  [413, "refused"],
  [429, "later"],
  [499, "refused"],
  [500, "later"],
  [503, "later"],
  [199, "refused"],
] as const)("an answer of %i: %s", (status, answer) => {
  expect(answerOf(status)).toBe(answer);
});

it("waits longer each time, as long as the service asks, and never more than five minutes", () => {
  expect([1, 2, 3].map((tries) => pushPause(tries, 1, 0))).toEqual([4_000, 8_000, 16_000]);
  expect(pushPause(1, 0, 0)).toBe(2_000);
  expect(pushPause(1, 1, 60)).toBe(60_000);
  fc.assert(
    fc.property(
      fc.nat({ max: 99 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(),
      (tries, draw, after) => {
        const pause = pushPause(tries + 1, draw, after);
        return pause >= Math.min(after * 1000, 300_000) && pause >= 2_000 && pause <= 300_000;
      },
    ),
  );
});

it.each([
  ["Our camp <camp@camp.example>", "https://camp.example", "mailto:camp@camp.example"],
  ["camp@camp.example", "https://camp.example", "mailto:camp@camp.example"],
  ["Our.Camp <our.camp@localhost>", "https://camp.example", "https://camp.example"],
  ["Wallchart <wallchart@localhost>", "https://camp.example", "https://camp.example"],
  ["Wallchart <wallchart@localhost>", "http://127.0.0.1:3000", "mailto:wallchart@localhost"],
])("%s at %s is reached by %s", (mailFrom, origin, contact) => {
  expect(contactOf(mailFrom, origin)).toBe(contact);
});

it("has a topic of at most 32 signs", () => {
  expect(topicOf("01a2140c-08fe-7ccc-9585-bd7a1bdcaab6")).toBe("01a2140c08fe7ccc9585bd7a1bdcaab6");
});
