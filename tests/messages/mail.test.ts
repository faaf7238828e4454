import { expect, it } from "vitest";
import { STATUSES } from "#domain/registration.ts";
import { mail } from "#messages/en/mail.ts";

const facts = {
  camp: "Testcamp",
  day: "Tuesday 14 July",
  place: "Birmingham",
  name: "Mei",
  page: "https://example.org/e/testcamp/r/token",
  code: "123456",
  until: "",
  heldUntil: "",
  reason: "",
  over: false,
  changes: [{ what: "place" as const, was: "Birmingham", is: "Leeds" }],
};
const text = ({ body }: ReturnType<typeof mail.registered>) =>
  body.filter((it) => typeof it === "string").join(" ");

it("promises nobody that it is the last mail: another is written when the time of a held place is up", () => {
  for (const status of STATUSES)
    expect(text(mail.registered({ ...facts, status, proven: false }))).not.toMatch(/no more/);
});

it("says of a change that a place is theirs only to those whose place it is", () => {
  const said = STATUSES.filter((status) =>
    text(mail.camp_changed({ ...facts, status })).includes("Your place is still yours"),
  );
  expect(said).not.toContain("held");
  expect(said).toContain("confirmed");
  expect(text(mail.camp_changed({ ...facts, status: "held" }))).toContain("until you confirm this address");
});
