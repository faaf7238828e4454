/** Texts as long as they may be, of what people really write: letters, accents typed in two ways, scripts, emoji. */
import fc from "fast-check";
import { LONGEST, type Text } from "#domain/limits.ts";
import { oneLine } from "#domain/text.ts";

const UNITS = [
  "x",
  "é",
  "e\u0301",
  "💥",
  "क्ष",
  "می‌",
  "<&\"'",
  "👩‍💻",
  "ß",
  "ＡＢ",
  "O’",
  "\u202bא",
  "=",
  "a\u200bb",
  "漢",
];

/** A text that is kept with exactly as many units as its limit, or as many fewer as a last character needs. */
export const widest = (what: Text) =>
  fc.array(fc.constantFrom(...UNITS), { minLength: 1, maxLength: 5 }).map((units) => {
    let text = "";
    for (let n = 0; ; n++) {
      const longer = `${text}${units[n % units.length]}`;
      if (oneLine(longer).length > LONGEST[what]) break;
      text = longer;
    }
    return text + "x".repeat(LONGEST[what] - oneLine(text).length);
  });

const TEXTS = {
  name: "campName",
  strapline: "strapline",
  place: "place",
  room: "roomName",
  directions: "directions",
  slot: "slotTitle",
  sector: "sectorName",
  title: "pitchTitle",
  line: "pitchLine",
  host: "personName",
  organisation: "organisation",
  access: "access",
  companionsNote: "companionsNote",
} as const satisfies Record<string, Text>;

/** One of each text that a camp and its people have. */
export const widestTexts = fc.record(
  Object.fromEntries(Object.entries(TEXTS).map(([name, what]) => [name, widest(what)])) as {
    [name in keyof typeof TEXTS]: fc.Arbitrary<string>;
  },
);
