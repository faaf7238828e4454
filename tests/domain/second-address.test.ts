import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAIL_KINDS, type MailKind } from "#domain/mail.ts";
import { ABOUT_REGISTRATION, WITH_CODE } from "#domain/mail-facts.ts";
import { canSayYes, goesToBoth, lapseOf, reachOf } from "#domain/second-address.ts";

const KINDS = Object.keys(MAIL_KINDS) as MailKind[];
const AT = Date.parse("2026-06-24T11:00:00Z");
const DAY = 86_400_000;

describe("what goes to a second address as well", () => {
  it("is about a place of their own, and only that", () => {
    expect(KINDS.filter(goesToBoth).sort()).toEqual(
      [
        ...["brought", "camp_changed", "drawn", "given_place", "merged", "offer_expired", "offer_reminder"],
        ...["offered", "passed_on", "pause_over", "place_yours", "put_back", "removed", "still_coming"],
        ...["transfer_back", "went_back", "called_off", "put_off", "takes_place"],
      ].sort(),
    );
    for (const kind of KINDS.filter(goesToBoth)) expect(ABOUT_REGISTRATION).toContain(kind);
  });

  it("is nothing that is sent for its code, but how it went in a draw", () => {
    expect(WITH_CODE.filter(goesToBoth)).toEqual(["drawn"]);
  });
});

describe("how far mail gets at it", () => {
  const since = fc.option(fc.integer({ min: AT, max: AT + 5 * DAY }).map((at) => new Date(at)));
  const mailbox = fc.record({
    lapsesAt: fc.constant(new Date(lapseOf(AT))),
    provenAt: since,
    bouncedAt: since,
    complainedAt: since,
  });
  const now = fc.integer({ min: AT, max: AT + 5 * DAY }).map((at) => new Date(at));

  it("works once its reader said yes, until it comes back or is called spam", () => {
    const proven = new Date(AT + 1);
    const fine = { lapsesAt: new Date(lapseOf(AT)), provenAt: proven, bouncedAt: null, complainedAt: null };
    const late = new Date(AT + 4 * DAY);
    expect(reachOf(fine, late)).toBe("works");
    expect(reachOf({ ...fine, bouncedAt: late }, late)).toBe("bounced");
    expect(reachOf({ ...fine, bouncedAt: late, complainedAt: late }, late)).toBe("unwanted");
  });

  it("waits a day for a yes, to the millisecond", () => {
    const asked = { lapsesAt: new Date(lapseOf(AT)), provenAt: null, bouncedAt: null, complainedAt: null };
    expect(lapseOf(AT)).toBe(AT + DAY);
    expect(reachOf(asked, new Date(AT + DAY - 1))).toBe("asked");
    expect(reachOf(asked, new Date(AT + DAY))).toBe(null);
    expect(reachOf({ ...asked, bouncedAt: new Date(AT) }, new Date(AT + 1))).toBe("bounced");
  });

  it("never works unproven, and a yes is heard only while it is asked for", () => {
    fc.assert(
      fc.property(mailbox, now, (one, at) => {
        const reach = reachOf(one, at);
        if (one.provenAt === null) expect(reach).not.toBe("works");
        else expect(["works", "bounced", "unwanted"]).toContain(reach);
        expect(canSayYes(one, at)).toBe(reach === "asked");
      }),
    );
  });
});
