/** A pitch is read as its questions are answered: whatever is wrong is said beside it, and the rest stays typed. */
import { describe, expect, test } from "vitest";
import { parseHosts, parsePitch } from "#app/e/[event]/pitching.ts";
import { LONGEST, MOST } from "#domain/limits.ts";
import { PITCH_FIELDS, PITCH_QUESTIONS, type PitchQuestion } from "#domain/pitch.ts";
import { pitchForm as words } from "#messages/en/pitch-form.ts";
import { type Fields, formOf } from "#tests/support/forms.ts";

const ID = "01a2140c-08fe-7ccc-9585-bd7a1bdcaab6";
const typed = { id: ID, title: "Job swaps", line: "", kind: "help", voice: "for_me", noteLevel: "no_names" };
const read = (fields: Fields) => parsePitch(formOf({ ...typed, ...fields }));
const errors = (fields: Fields) => {
  const parsed = read(fields);
  return "state" in parsed ? parsed.state.errors : null;
};

test("what was typed is the pitch, each choice as it was made", () => {
  expect(read({ needs: ["screen", "quiet"] })).toEqual({ form: { ...typed, needs: ["screen", "quiet"] } });
  expect(read({})).toEqual({ form: { ...typed, needs: [] } });
});

test("when they cannot is read where it was asked, also that they always can", () => {
  const slots = [ID, "01a2140c-08fe-7ccc-9585-bd7a1bdcaab7"];
  expect(read({ busy: ["", ...slots] })).toEqual({ form: { ...typed, needs: [], busy: slots } });
  expect(read({ busy: [""] })).toEqual({ form: { ...typed, needs: [], busy: [] } });
  expect(errors({ busy: ["2pm"] })).toEqual({ busy: words.errors.busy });
  expect(errors({ busy: Array(MOST.slots + 1).fill(ID) })).toEqual({ busy: words.errors.busy });
  const back = read({ title: "", busy: ["", ...slots] });
  expect("state" in back && back.state.busy).toEqual(slots);
});

test("a title is needed, and a line is not", () => {
  expect(errors({ title: " " })).toEqual({ title: words.errors.empty.title });
  expect(errors({ line: " " })).toBeNull();
});

test("what may leave the room follows the kind where nothing is chosen, and comes back unchosen", () => {
  const { noteLevel: _, ...unchosen } = typed;
  const level = (kind: string, rest: Fields = {}) => {
    const parsed = parsePitch(formOf({ ...unchosen, kind, ...rest }));
    return "form" in parsed ? parsed.form.noteLevel : parsed.state.values.noteLevel;
  };
  expect(["went_wrong", "help"].map((kind) => level(kind))).toEqual(["no_names", "open"]);
  expect(level("went_wrong", { noteLevel: "open" })).toBe("open");
  expect(level("went_wrong", { title: "" })).toBe("");
});

describe.each(PITCH_FIELDS)("%s", (field) => {
  const question: PitchQuestion = PITCH_QUESTIONS[field];

  if ("of" in question)
    test("takes every answer that is offered, and no other", () => {
      for (const choice of question.of) expect(errors({ [field]: choice })).toBeNull();
      expect(errors({ [field]: "other" })).toEqual({ [field]: words.errors.choice });
      const all = read({ [field]: question.of });
      expect("form" in all && all.form[field]).toEqual(
        question.kind === "several" ? [...question.of] : question.of[0],
      );
      const once = [...question.of, question.of[0]!];
      expect(errors({ [field]: once }) === null).toBe(question.kind === "one");
    });
  else
    test("holds as much as there is room for", () => {
      const most = LONGEST[question.longest];
      expect(errors({ [field]: "x".repeat(most) })).toBeNull();
      expect(errors({ [field]: "x".repeat(most + 1) })).toEqual({ [field]: words.errors.long(most) });
    });
});

test("up to four hosts have names that fit on a card", () => {
  const hosts = (text: string) => parseHosts(formOf({ hosts: text }));
  const name = "x".repeat(LONGEST.personName);
  expect(hosts("Ama, Ben,, Cy , Di")).toEqual(["Ama", "Ben", "Cy", "Di"]);
  expect([hosts("a,b,c,d,e"), hosts(name), hosts(`${name}x`)]).toEqual([null, [name], null]);
});
