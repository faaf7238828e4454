/** What a browser answers for a key, as a form brings it: read by its shape, judged by its signature. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";
import { formOf, textOf } from "#app/respond.ts";

/** Longer than any answer without an attestation, in characters. */
const MOST = 20_000;

const base64url = z
  .string()
  .max(8_000)
  .regex(/^[A-Za-z0-9_-]*$/);

const credential = {
  id: base64url.min(1).max(1_400),
  rawId: base64url.min(1).max(1_400),
  type: z.literal("public-key"),
  authenticatorAttachment: z.enum(["cross-platform", "platform"]).optional().catch(undefined),
};

const attestation = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(8).optional().catch(undefined),
  }),
});

const assertion = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.max(100).optional().catch(undefined),
  }),
});

type Answers = { attestation: RegistrationResponseJSON; assertion: AuthenticationResponseJSON };

/** Null where there is none, as without a script, or what is no answer. Extensions are none that we asked for. */
export function answerIn<Kind extends keyof Answers>(kind: Kind, form: unknown): Answers[Kind] | null {
  const sent = textOf(formOf(form).get("answer"));
  if (sent === "" || sent.length > MOST) return null;
  const read = (kind === "attestation" ? attestation : assertion).safeParse(parsed(sent));
  return read.success ? ({ ...read.data, clientExtensionResults: {} } as unknown as Answers[Kind]) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
