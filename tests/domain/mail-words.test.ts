import fc from "fast-check";
import { expect, it } from "vitest";
import { MAIL_KINDS, type MailKind } from "#domain/mail.ts";
import { leadsToOwnPage } from "#domain/mail-facts.ts";
import { knownIn, LETTERS, type Letter, letterOf, mailOf, mustOf, problemsOf } from "#domain/mail-words.ts";
import { STATUSES } from "#domain/registration.ts";

const KINDS = Object.keys(MAIL_KINDS) as MailKind[];
const letters = fc.constantFrom(...LETTERS);
const whole = (letter: Letter) => ({
  subject: "About {camp}",
  body: mustOf(letter)
    .map((name) => `{${name}}`)
    .join(" "),
});

it("finds the letter that a mail is: every letter for some mail, and none for what is always ours", () => {
  const found = new Set(
    KINDS.flatMap((kind) =>
      STATUSES.flatMap((status) =>
        [true, false].flatMap((over) => letterOf(kind, { status, proven: false, over }) ?? []),
      ),
    ),
  );
  expect([...found].sort()).toEqual([...LETTERS].sort());
  const of = (kind: MailKind, status: (typeof STATUSES)[number], over = false) =>
    letterOf(kind, { status, proven: false, over });
  expect([of("registered", "held"), of("registered", "waiting"), of("registered", "entered")]).toEqual([
    "held",
    "waiting",
    null,
  ]);
  // Whoever has proven the address has no code to type, of which these speak.
  expect(letterOf("registered", { status: "waiting", proven: true, over: false })).toBeNull();
  expect([of("offer_expired", "expired"), of("offer_expired", "expired", true)]).toEqual([
    "offer_expired",
    null,
  ]);
  for (const letter of LETTERS)
    expect(letterOf(mailOf(letter).kind, { ...mailOf(letter), proven: false, over: false })).toBe(letter);
  for (const kind of ["sign_in", "your_page", "drawn", "camp_changed", "group_mail", "invited"] as const)
    expect(of(kind, "confirmed")).toBeNull();
});

it("makes a page for every mail whose words may say it, and lets no letter go without", () => {
  for (const kind of KINDS)
    if (STATUSES.some((status) => letterOf(kind, { status, proven: false, over: false })))
      expect(leadsToOwnPage(kind), kind).toBe(true);
  for (const letter of LETTERS) expect(mustOf(letter)).toContain("my page");
});

it("keeps words that have what is essential, whatever else they say", () => {
  fc.assert(
    fc.property(letters, fc.string({ maxLength: 50 }), (letter, more) => {
      const plain = more.replaceAll(/[{}]/g, "");
      const words = whole(letter);
      expect(problemsOf(letter, { ...words, body: `${plain}\n\n${words.body}` })).toEqual([]);
    }),
  );
});

it("says which essential is missing, one by one", () => {
  for (const letter of LETTERS)
    for (const name of mustOf(letter)) {
      const { subject, body } = whole(letter);
      const lacking = body.replace(`{${name}}`, "");
      const found = problemsOf(letter, { subject, body: `Dear {name} ${lacking}` });
      expect(found).toEqual([{ field: "body", why: "lacks", lacks: [name] }]);
    }
});

it("says what it cannot fill in there: a code only where one is made, a reason only where somebody gave one", () => {
  const words = whole("offered");
  expect(problemsOf("offered", { ...words, body: `${words.body} {code} {raeson}` })).toEqual([
    { field: "body", why: "unknown", unknown: ["code", "raeson"] },
  ]);
  expect(problemsOf("offered", { ...words, subject: "{reason}" })).toEqual([
    { field: "subject", why: "unknown", unknown: ["reason"] },
  ]);
  expect(knownIn("removed")).toContain("reason");
  expect(knownIn("held")).toEqual(expect.arrayContaining(["code", "until", "name"]));
  expect(new Set(knownIn("held")).size).toBe(knownIn("held").length);
});

it("wants a subject, with no link in it, and words", () => {
  expect(problemsOf("pause_over", { subject: "", body: "" })).toEqual([
    { field: "subject", why: "missing" },
    { field: "body", why: "missing" },
  ]);
  expect(problemsOf("pause_over", { subject: "See {My  page}", body: "{my page}" })).toEqual([
    { field: "subject", why: "link" },
  ]);
});
