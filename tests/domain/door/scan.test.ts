import fc from "fast-check";
import { expect, test } from "vitest";
import { readScan } from "#domain/door/scan.ts";
import { TICKET_LENGTH, TICKET_SIGNS, ticketAddress } from "#domain/ticket.ts";

const code = fc.string({
  unit: fc.constantFrom(...TICKET_SIGNS),
  minLength: TICKET_LENGTH,
  maxLength: TICKET_LENGTH,
});

const signature = fc.string({ unit: fc.constantFrom(..."aZ09-_"), maxLength: 86 });

test("what a ticket shows is read back, from any host, signed or not, and so is its code alone", () => {
  fc.assert(
    fc.property(code, signature, fc.webAuthority(), (made, signed, host) => {
      const shown = ticketAddress(`https://${host}`, "canal", made, signed);
      expect(readScan(shown, "canal")).toEqual({ code: made, signature: signed });
      expect(readScan(` ${made.toLowerCase()} `, "canal")).toEqual({ code: made, signature: "" });
    }),
  );
});

test("a scanner that types for another keyboard says a pound sign", () => {
  const read = { code: "KWT4H7", signature: "a-_" };
  expect(readScan("https://camps.example/e/canal/badge£KWT4H7.a-_", "canal")).toEqual(read);
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
