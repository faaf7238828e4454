import fc from "fast-check";
import { expect, test } from "vitest";
import { readScan } from "#domain/door/scan.ts";
import { TICKET_LENGTH, TICKET_SIGNS, ticketAddress } from "#domain/ticket.ts";

const code = fc.string({
  unit: fc.constantFrom(...TICKET_SIGNS),
  minLength: TICKET_LENGTH,
  maxLength: TICKET_LENGTH,
});

test("what a ticket shows is read back, from any host, and so is its code alone", () => {
  fc.assert(
    fc.property(code, fc.webAuthority(), (made, host) => {
      expect(readScan(ticketAddress(`https://${host}`, "canal", made), "canal")).toEqual({ code: made });
      expect(readScan(` ${made.toLowerCase()} `, "canal")).toEqual({ code: made });
    }),
  );
});

test("a ticket of another camp is told from no ticket", () => {
  expect(readScan("https://camps.example/e/harbour/badge#KWT4H7", "canal")).toBe("other_camp");
  expect(readScan("https://camps.example/e/canal/badge#KWT", "canal")).toBe("no_ticket");
  expect(readScan("https://camps.example/", "canal")).toBe("no_ticket");
});

test("whatever a camera reads is answered", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(readScan(text, "canal")).toBeDefined();
    }),
  );
});
