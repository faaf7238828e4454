/** Where words stand on a badge, by how wide letters are taken to be; a browser looks at them in tests/e2e/badges.test.ts. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { fitted, LEADING, wideOf } from "#components/badge/fit.ts";
import { type Layout, layOut } from "#components/badge/layout.ts";
import { FORMAT_NAMES, FORMATS } from "#domain/badge/format.ts";
import { LONGEST } from "#domain/limits.ts";
import { filled, WORST } from "#tests/support/worst.ts";

const said = (name: string, organisation: string, camp = "Canal Camp") => ({
  ...{ camp, name, organisation, lanyard: "Blue · photos fine", code: "KWT 4H7" },
});

/** What stands out of the label, or on something else. */
function faults({ lines, qr }: Layout, { width, height }: { width: number; height: number }): string[] {
  const boxes = lines.map(({ text, size, x, y }) => {
    const half = wideOf({ size, lines: [text] }) / 2;
    return {
      text,
      left: x - half,
      right: x + half,
      top: y - 0.88 * size,
      bottom: y + (LEADING - 0.88) * size,
    };
  });
  const square = { text: "QR", left: qr.x, right: qr.x + qr.size, top: qr.y, bottom: qr.y + qr.size };
  const all = [...boxes, square];
  const near = 0.05;
  return all.flatMap((a, i) => [
    ...(a.left < 1 || a.top < 1 || a.right > width - 1 || a.bottom > height - 1
      ? [`${a.text} stands out`]
      : []),
    ...all
      .slice(i + 1)
      .filter(
        (b) =>
          a.left < b.right - near &&
          b.left < a.right - near &&
          a.top < b.bottom - near &&
          b.top < a.bottom - near,
      )
      .map((b) => `${a.text} on ${b.text}`),
  ]);
}

const script = fc.constantFrom(..."aIWmñ –-'’.ŵ", "ส", "ื่", "م", "李", "किरण", "👩‍👩‍👧‍👦");
const words = (most: number) =>
  fc.array(script, { maxLength: most }).map((signs) => signs.join("").slice(0, most));

test("words of any length and script stay on the label, and off each other", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...FORMAT_NAMES),
      words(LONGEST.personName).filter((name) => name.trim() !== ""),
      words(LONGEST.organisation),
      words(LONGEST.campName),
      (format, name, organisation, camp) => {
        expect(faults(layOut(format, said(name, organisation, camp)), FORMATS[format])).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

test("the worst names stand there whole", () => {
  for (const format of FORMAT_NAMES)
    for (const [n, word] of WORST.entries()) {
      const name = filled(word, LONGEST.personName);
      const layout = layOut(format, said(name, filled(WORST[(n + 1) % WORST.length]!, LONGEST.organisation)));
      expect(faults(layout, FORMATS[format])).toEqual([]);
      const first = layout.lines.filter(({ kind }) => kind === "first").map(({ text }) => text);
      expect(first.join("").replaceAll(" ", "")).toBe(name.split(/\s/u)[0]!.replaceAll(" ", ""));
    }
});

test("a first name is by far the largest, and an organisation small", () => {
  for (const format of FORMAT_NAMES) {
    const { lines } = layOut(format, said("Siobhán O’Neill", "West Midlands Combined Authority"));
    const sizeOf = (kind: string) =>
      Math.max(...lines.filter((line) => line.kind === kind).map(({ size }) => size));
    expect(sizeOf("first")).toBeGreaterThan(2 * sizeOf("rest"));
    expect(sizeOf("rest")).toBeGreaterThan(sizeOf("small"));
    expect(sizeOf("first")).toBeGreaterThan(7);
  }
});

test("a word is broken only where it would be too small to read otherwise", () => {
  const box = { width: 40, height: 20 };
  expect(fitted("Anne-Marie", box, [12, 9, 7, 5]).lines).toEqual(["Anne-", "Marie"]);
  expect(fitted("Wolfeschlegel", box, [12, 5, 4]).lines).toEqual(["Wolfeschlegel"]);
  const long = fitted("a".repeat(80), box, [12, 5, 3, 2]);
  expect([long.size, long.lines.join("")]).toEqual([3, "a".repeat(80)]);
});

test("what fits nowhere ends with an ellipsis", () => {
  const { lines } = fitted("word ".repeat(50), { width: 20, height: 5 }, [3, 2]);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/u);
});
