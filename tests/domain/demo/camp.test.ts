import { describe, expect, test } from "vitest";
import { CAMPS, CREW } from "#domain/demo/camp.ts";
import { NOWHERE } from "#domain/demo/people.ts";
import { permits } from "#domain/event.ts";
import { callsStandby } from "#domain/registration/standby.ts";
import { isSlug } from "#domain/slug.ts";

test("two camps give places out, one pitches, one is in its sessions", () => {
  expect(CAMPS.map((camp) => camp.phase)).toEqual(["tickets", "tickets", "pitching", "sessions"]);
});

describe.each(CAMPS)("$name", (camp) => {
  test("has an address, no more people than places, and no hands of people who are not here", () => {
    expect(isSlug(camp.slug)).toBe(true);
    expect(camp.confirmed).toBeLessThanOrEqual(camp.capacity);
    expect(camp.here).toBeLessThanOrEqual(camp.confirmed);
    expect(camp.voters).toBeLessThanOrEqual(camp.here);
  });

  test("leaves no place idle that somebody waits for and the clock would offer", () => {
    const opened = camp.ways?.releases.filter(({ way, opens }) => way === "first_come" && opens.days < 0);
    const given = opened ? opened.reduce((sum, { places }) => sum + places, 0) : camp.capacity;
    const idle = given - camp.confirmed;
    // On the day places go to whoever stands by, and nobody of a demo does.
    const offers = permits(camp.phase, "offer") && !callsStandby(camp.phase);
    expect(offers ? idle : 0).toBe(0);
  });

  test("has eight rooms of different names, the first big enough for everybody here", () => {
    expect(new Set(camp.rooms.map((room) => room.name)).size).toBe(8);
    expect(camp.rooms[0]!.capacity).toBeGreaterThanOrEqual(camp.here);
  });
});

test("the crew have no mailbox and one of them is the organiser", () => {
  expect(CREW.map((one) => one.role)).toEqual(["organiser", "campmaker"]);
  expect(CREW.every((one) => one.email.endsWith(`@${NOWHERE}`))).toBe(true);
});
