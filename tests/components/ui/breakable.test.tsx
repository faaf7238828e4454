import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Breakable } from "#components/ui/breakable.tsx";

const said = (text: string) => renderToStaticMarkup(<Breakable>{text}</Breakable>);

test("a text may break after what divides it, never inside a word, and says the same", () => {
  expect(said("Public communication/s now")).toBe("Public communication/<wbr/>s now");
  expect(said("https://example.org/a_b?c=d")).toBe(
    "https://<wbr/>example.<wbr/>org/<wbr/>a_<wbr/>b?<wbr/>c=<wbr/>d",
  );
  for (const plain of ["", "Job swaps", "What now? Nothing.", "- - -", "and/ or /"])
    expect(said(plain)).toBe(plain);
});
