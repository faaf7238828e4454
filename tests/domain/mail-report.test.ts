import { expect, it } from "vitest";
import { confirmationIn, parsed, readReports, signatureIn } from "#domain/mail-report.ts";

const ID = "01a2140c-08fe-7ccc-9585-bd7a1bdcaab6";
const AT = "2026-06-24T11:00:00.000Z";
const told = (what: "bounce" | "complaint", mailId: string | null = ID) => [
  { what, mailId, email: "ama@example.org", at: Date.parse(AT) },
];

it("reads the signed shape, with what it knows", () => {
  const sent = { type: "bounce", email: " Ama@Example.org", messageId: `<${ID}@camp.example>`, at: AT };
  expect(readReports("signed", sent)).toEqual(told("bounce"));
  expect(readReports("signed", { type: "complaint", email: "ama@example.org" })).toEqual([
    { what: "complaint", mailId: null, email: "ama@example.org", at: null },
  ]);
});

it("reads Postmark's bounces that are for good, and its complaints", () => {
  const sent = {
    RecordType: "Bounce",
    Type: "HardBounce",
    Email: "ama@example.org",
    BouncedAt: AT,
    Metadata: { mail: ID },
  };
  expect(readReports("postmark", sent)).toEqual(told("bounce"));
  expect(readReports("postmark", { ...sent, Type: "SoftBounce" })).toEqual([]);
  expect(readReports("postmark", { ...sent, RecordType: "SpamComplaint" })).toEqual(told("complaint"));
  expect(readReports("postmark", { ...sent, RecordType: "Delivery" })).toEqual([]);
});

it("reads SES's, in an envelope of SNS or without", () => {
  const mail = {
    headers: [
      { name: "From", value: "x" },
      { name: "Message-ID", value: `<${ID}@camp.example>` },
    ],
  };
  const people = [{ emailAddress: "ama@example.org" }];
  const bounce = { bounceType: "Permanent", bouncedRecipients: people, timestamp: AT };
  const inside = { notificationType: "Bounce", bounce, mail };
  expect(readReports("ses", { Type: "Notification", Message: JSON.stringify(inside) })).toEqual(
    told("bounce"),
  );
  expect(readReports("ses", inside)).toEqual(told("bounce"));
  const passing = { ...inside, bounce: { ...bounce, bounceType: "Transient" } };
  expect(readReports("ses", passing)).toEqual([]);
  const own = [
    { name: "Message-ID", value: "<0102@eu-west-1.amazonses.com>" },
    { name: "X-PM-Metadata-mail", value: ID },
  ];
  expect(readReports("ses", { ...inside, mail: { headers: own } })).toEqual(told("bounce"));
  const complaint = { complainedRecipients: people, timestamp: AT };
  expect(readReports("ses", { eventType: "Complaint", complaint })).toEqual(told("complaint", null));
});

it("reads nothing of what is no report, whatever it is", () => {
  const odd = [
    null,
    7,
    "x",
    [],
    {},
    { type: "bounce" },
    { type: "bounce", email: 7 },
    { Message: "{" },
    { bounce: [] },
  ];
  for (const sent of odd)
    expect([readReports("signed", sent), readReports("postmark", sent), readReports("ses", sent)]).toEqual([
      [],
      [],
      [],
    ]);
  expect([parsed("{"), parsed('{"a":1}')]).toEqual([null, { a: 1 }]);
});

it("shows a confirmation of SNS itself alone", () => {
  const Type = "SubscriptionConfirmation";
  const SubscribeURL = "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription";
  expect(confirmationIn({ Type, SubscribeURL })).toBe(SubscribeURL);
  const others = [
    "https://sns.eu-west-1.amazonaws.com.evil.example/",
    "http://sns.eu-west-1.amazonaws.com/",
    "x",
    7,
  ];
  expect(others.map((url) => confirmationIn({ Type, SubscribeURL: url }))).toEqual([null, null, null, null]);
  expect(confirmationIn({ Type: "Notification", SubscribeURL })).toBeNull();
});

it("takes a signature of the last five minutes", () => {
  const v1 = "0".repeat(64);
  const at = (t: number) => signatureIn(`t=${t},v1=${v1}`, 1_000_000_000);
  expect([at(1_000_000), at(999_700), at(1_000_300)]).toEqual(
    [1_000_000, 999_700, 1_000_300].map((t) => ({ t: String(t), v1 })),
  );
  expect([at(999_699), at(1_000_301), signatureIn("t=1", 0), signatureIn(undefined, 0)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
