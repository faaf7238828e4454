import { expect, test } from "vitest";
import { FORGET_SENT_FORM, formKey, waitKey } from "#domain/sent-form.ts";

/** Runs the script of a page in a tab that keeps the forms of two camps. @returns what the tab keeps then */
function openedAt(pathname: string, forbidden = false): string[] {
  const kept = new Set(["teacamp", "other"].flatMap((slug) => [formKey(slug), waitKey(slug)]));
  const removeItem = (key: string) => {
    if (forbidden) throw new Error("no storage here");
    kept.delete(key);
  };
  new Function("location", "sessionStorage", FORGET_SENT_FORM)({ pathname }, { removeItem });
  return [...kept];
}

const others = [formKey("other"), waitKey("other")];
const both = [formKey("teacamp"), waitKey("teacamp"), ...others];

test("the page of a registration forgets the form that was sent, and no other camp’s", () => {
  expect(openedAt("/e/teacamp/r/abc")).toEqual(others);
});

test.each(["/", "/e/teacamp", "/e/teacamp/register", "/r/teacamp", "/now/teacamp/r"])(
  "%s forgets none",
  (at) => {
    expect(openedAt(at)).toEqual(both);
  },
);

test("a browser that keeps nothing is no fault", () => {
  expect(openedAt("/e/teacamp/r/abc", true)).toEqual(both);
});
