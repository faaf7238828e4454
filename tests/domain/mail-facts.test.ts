import fc from "fast-check";
import { expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { MAIL_KINDS, type MailKind } from "#domain/mail.ts";
import {
  canBeRefused,
  FACTS,
  leadsToOwnPage,
  madeIn,
  type Told,
  toldIn,
  WITH_CODE,
} from "#domain/mail-facts.ts";
import type { WordFacts } from "#messages/mail-facts.ts";
import { told } from "#tests/support/mail.ts";

const KINDS = Object.keys(MAIL_KINDS) as MailKind[];
const kinds = fc.constantFrom(...KINDS);
/** What earlier versions did not write. */
const LATER = ["until", "over"];

it("reads back the facts of a kind, and leaves out what is made for a mail and what belongs to other kinds", () => {
  for (const kind of KINDS) {
    const mail = told(kind, newId());
    expect(toldIn(kind, { ...mail.facts, token: "t", code: "123456", other: 1 })).toEqual(mail);
    expect(Object.keys(mail.facts).sort()).toEqual([...FACTS[kind]].sort());
  }
});

it("reads nothing where a fact is missing or is none", () => {
  const broken = fc.constantFrom(undefined, null, 7, {}, []);
  fc.assert(
    fc.property(kinds, broken, fc.nat(), (kind, value, which) => {
      const names = FACTS[kind].filter((name) => !LATER.includes(name));
      const name = names[which % names.length];
      fc.pre(name !== undefined);
      expect(toldIn(kind, { ...told(kind, newId()).facts, [name!]: value })).toBeNull();
    }),
  );
  const of = (kind: string, wrong: object) =>
    toldIn(kind, { ...told("registered", newId()).facts, ...wrong });
  expect([of("registered", { status: "lost" }), of("registered", { registrationId: "x" })]).toEqual([
    null,
    null,
  ]);
  expect([of("no_such_kind", {}), of("toString", {})]).toEqual([null, null]);
});

it("reads what was written before camps had several days, and before facts that came later", () => {
  const { days, wasDays, until, ...rest } = told("camp_changed", newId()).facts;
  const before = { ...rest, startsAt: days, wasStartsAt: wasDays };
  expect(toldIn("camp_changed", before)?.facts).toEqual({ ...rest, days, wasDays, until: "" });
});

it("knows what was made for a mail", () => {
  expect(madeIn({ token: "t", code: 7, until: "x" })).toEqual({ token: "t" });
});

it("makes a page and a code only for mails about a registration, and a code only with its page", () => {
  const withPage = KINDS.filter(leadsToOwnPage);
  expect(withPage.filter((kind) => !(FACTS[kind] as readonly string[]).includes("registrationId"))).toEqual(
    [],
  );
  expect(WITH_CODE.filter((kind) => !leadsToOwnPage(kind))).toEqual([]);
  expect([...WITH_CODE].sort()).toEqual(["drawn", "hold_lapsed", "registered", "your_page"]);
  expect(KINDS.filter((kind) => !leadsToOwnPage(kind)).sort()).toEqual([
    "address_changed",
    "concern",
    "contact_named",
    "crew_halted",
    "crew_mail",
    "crew_removed",
    "group_mail",
    "invited",
    "merged_away",
    "my_day",
    "passkey_added",
    "passkey_refused",
    "passkey_removed",
    "passkeys_freed",
    "passkeys_required",
    "passkeys_reset",
    "role_changed",
    "rota_changed",
    "second_asked",
    "sign_in",
    "transfer_ended",
    "transfer_offered",
    "trial_mail",
    "trial_words",
    "write_up_reminder",
  ]);
});

it("lets words say only what is made for their kind", () => {
  // @ts-expect-error: no code is made for an offer
  const offered: WordFacts["offered"]["code"] = "123456";
  // @ts-expect-error: whoever used to have the address is led nowhere
  const changed: WordFacts["address_changed"]["page"] = "/";
  const proven: WordFacts["registered"]["code"] = offered;
  expect([proven, changed]).toEqual(["123456", "/"]);
});

it("does not compile with a fact too few or too many", () => {
  // @ts-expect-error: whoever is removed is told why
  const few: Told = { kind: "removed", facts: { registrationId: "x" } };
  // @ts-expect-error: nothing ran out
  const many: Told = { kind: "removed", facts: { registrationId: "x", reason: "", over: "" } };
  expect([few, many].map(({ kind }) => toldIn(kind, {}))).toEqual([null, null]);
});

it("can be refused where it is about nobody's own place, and nowhere else", () => {
  expect(KINDS.filter(canBeRefused)).toEqual(["write_up_reminder", "group_mail", "crew_mail"]);
});
