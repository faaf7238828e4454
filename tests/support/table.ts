/** Tables as people send them, and as nobody should: for properties that must hold whatever stands in a file. */
import fc from "fast-check";

const header = fc.constantFrom(
  "start,end,room,seats,kind,title,host",
  "date,start,end,room,title",
  "when,title,room",
  "title,line,host,kind",
  "person,pitch,rating",
  "person,pitch,tick",
  "name,email",
  "start,end,title",
);

const time = fc.constantFrom(
  "10:00",
  "10:45",
  "11:00",
  "9.30pm",
  "00:15",
  "46217.5",
  "24:00",
  "2026-07-14T10:00",
);
const day = fc.constantFrom("2026-07-14", "7/4/2026", "14/7/2026", "2026-03-29", "29/02/2027", "Thursday");
const word = fc.constantFrom(
  "Zoë",
  "Zoe",
  "किरण",
  "करण",
  "Loft",
  "loft",
  "Café",
  "Cafe",
  "7",
  "S-1",
  "lunch",
  "fixed",
);
const number = fc.oneof(
  fc.integer({ min: -1, max: 50_000 }).map(String),
  fc.constantFrom("4", "5", "x", "yes"),
);
const wide = fc.string({ unit: "binary", maxLength: 120 }).map((text) => `"${text.replaceAll('"', '""')}"`);
const cell = fc.oneof(
  { weight: 4, arbitrary: time },
  day,
  { weight: 3, arbitrary: word },
  number,
  wide,
  fc.constant(""),
);

/** A file that looks like one of ours: its header is known, its cells are anything a person or a machine writes. */
export const sheetText = fc
  .tuple(header, fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }))
  .map(([names, rows]) => [names, ...rows.map((cells) => cells.join(","))].join("\n"));

/** Any text at all, with the signs that mean something to a reader of tables. */
export const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc
    .array(fc.constantFrom('"', ",", ";", "\t", "|", "\n", "\r", "sep=;\n", "title", "start", "x", "\0"), {
      maxLength: 80,
    })
    .map((parts) => parts.join("")),
  sheetText,
);
