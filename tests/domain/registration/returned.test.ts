import fc from "fast-check";
import { expect, test } from "vitest";
import { packed, unpacked } from "#domain/registration/returned.ts";

const text = fc.string({ unit: "binary" });
const said = fc.dictionary(text, text);

test("a form comes out of its header as it went in, whatever was typed, and is fit to be one", () => {
  fc.assert(
    fc.property(text, said, said, fc.array(text), (name, typed, errors, lines) => {
      const camp = { slug: "camp", name };
      const returned = {
        camp,
        tickets: null,
        questions: [],
        sectors: [{ id: "1", name }],
        typed,
        errors,
        refused: { title: name, lines },
      };
      expect(unpacked(packed(returned))).toEqual(returned);
      expect(packed(returned)).toMatch(/^[\x21-\x7e]*$/);
    }),
  );
});
