import { expect, it } from "vitest";
import { mayChangeNote } from "#domain/crew-note.ts";

it("a note is changed by whoever wrote it, and by nobody once they are no longer known", () => {
  const by = (id: string | null) => ({ by: id === null ? null : { id, name: "Olu" } });
  expect([by("olu"), by("mei"), by(null)].map((note) => mayChangeNote(note, "olu"))).toEqual([
    true,
    false,
    false,
  ]);
});
