import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { meaningsOf } from "#domain/people-import/columns.ts";

const headerOf = (name: string) => {
  const path = new URL(`../../support/people-exports/${name}.csv`, import.meta.url);
  const [first = ""] = readFileSync(path, "utf8").split("\n");
  return first.replaceAll('"', "").split(name === "pretix" ? ";" : ",");
};

/** What is known of a header, by what the file calls it. */
const known = (header: readonly string[]) =>
  Object.fromEntries(meaningsOf(header, {}).flatMap((means, at) => (means ? [[header[at], means]] : [])));

it("knows the columns of an Eventbrite export", () => {
  expect(known(headerOf("eventbrite"))).toEqual({
    "First Name": "first",
    "Last Name": "last",
    Email: "email",
    "Attendee Status": "status",
    Company: "organisation",
  });
});

it("knows those of a pretix export, and takes the address of whoever comes before that of whoever ordered", () => {
  expect(known(headerOf("pretix"))).toEqual({
    "Attendee name": "name",
    "Attendee name: Given name": "first",
    "Attendee name: Family name": "last",
    "Attendee email": "email",
    Email: "buyer",
    Company: "organisation",
    Status: "status",
  });
});

it("knows those of a Tito export", () => {
  expect(known(headerOf("tito"))).toEqual({
    "Ticket Full Name": "name",
    "Ticket First Name": "first",
    "Ticket Last Name": "last",
    "Ticket Email": "email",
    "Order Email": "buyer",
    "Ticket Company Name": "organisation",
    "Void Status": "status",
  });
});

it("takes what was pointed at, leaves alone what was said to be nothing, and gives no meaning twice", () => {
  const header = ["Who", "Email", "Name", "E-mail"];
  expect(meaningsOf(header, {})).toEqual([null, "email", "name", "buyer"]);
  expect(meaningsOf(header, { 0: "name" })).toEqual(["name", "email", null, "buyer"]);
  expect(meaningsOf(header, { 1: "", 3: "email" })).toEqual([null, null, "name", "email"]);
});
