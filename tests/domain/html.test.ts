import fc from "fast-check";
import { expect, it } from "vitest";
import { escaped } from "#domain/html.ts";

it("leaves nothing that could end a text or an attribute, and every sign can be read back", () => {
  const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."&<>\"'a;#3é") }), (text) => {
      expect(escaped(text)).not.toMatch(/[<>"']/);
      expect(escaped(text).replace(/&([^;]+);/g, (_, name: string) => signs[name] ?? "?")).toBe(text);
    }),
  );
});
