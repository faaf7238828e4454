import { expect, it, vi } from "vitest";
import { answerIn } from "#app/sign-in/passkeys/answer.ts";
import type { UsingOptions } from "#db/passkey/using.ts";
import { formOf } from "#tests/support/forms.ts";
import { SoftKey } from "#tests/support/soft-key.ts";

vi.mock("server-only", () => ({}));

const used = new SoftKey().use({ challenge: "A".repeat(43) } as UsingOptions);
const sent = (answer: unknown) =>
  answerIn("assertion", formOf({ answer: typeof answer === "string" ? answer : JSON.stringify(answer) }));

it("reads what a browser answers, and leaves out what nobody asked for", () => {
  const more = { ...used, clientExtensionResults: { appid: true }, other: 1, authenticatorAttachment: "x" };
  expect(sent(more)).toEqual({ ...used, response: { ...used.response, userHandle: "" } });
});

it.each([
  ["nothing, as without a script", ""],
  ["what is no JSON", "{"],
  ["another kind of answer", { ...used, response: { clientDataJSON: "", attestationObject: "" } }],
  ["another type", { ...used, type: "password" }],
  ["what is not base64url", { ...used, id: "a b" }],
  ["far too much", { ...used, response: { ...used.response, signature: "A".repeat(20_001) } }],
  ["a list", []],
])("takes %s for none", (_, answer) => {
  expect(sent(answer)).toBe(null);
});

it("takes what is no form for none", () => {
  expect([answerIn("assertion", null), answerIn("attestation", 7)]).toEqual([null, null]);
});
