/** What a browser and its keys are asked, and what is said where nothing came of it. */
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/browser";
import type { Answer } from "#components/form/answer.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("passkey");

export type Said = { what: string; next: string };

/** Adding a key, or using one; `begin` has the server say what is to be signed, or why not. */
export type Asking =
  | { kind: "add"; begin: () => Promise<{ options: PublicKeyCredentialCreationOptionsJSON } | Answer> }
  | { kind: "use"; begin: () => Promise<{ options: PublicKeyCredentialRequestOptionsJSON } | Answer> };

/** @returns what the browser answers, as JSON, or what is said instead */
export async function askKey(asking: Asking): Promise<{ answer: string } | { trouble: Said }> {
  const { trouble } = words;
  // Nobody who uses no passkey loads it.
  const browser = await import("@simplewebauthn/browser").catch(() => null);
  if (!browser) return { trouble: trouble.away };
  if (!browser.browserSupportsWebAuthn()) return { trouble: trouble.unsupported };
  const begun = await begin(asking);
  if (!begun) return { trouble: trouble.away };
  if ("refusal" in begun) return { trouble: begun.refusal ?? trouble.broken };
  try {
    const answer: RegistrationResponseJSON | AuthenticationResponseJSON =
      begun.kind === "add"
        ? await browser.startRegistration({ optionsJSON: begun.options })
        : await browser.startAuthentication({ optionsJSON: begun.options });
    return { answer: JSON.stringify(answer) };
  } catch (fault) {
    return { trouble: trouble[troubleOf(asking.kind, fault)] };
  }
}

async function begin(asking: Asking) {
  try {
    if (asking.kind === "add") {
      const begun = await asking.begin();
      return "options" in begun ? { kind: "add" as const, options: begun.options } : begun;
    }
    const begun = await asking.begin();
    return "options" in begun ? { kind: "use" as const, options: begun.options } : begun;
  } catch {
    return null;
  }
}

/** By the names of WebAuthn, level 3: no browser tells whether somebody said no or has no passkey. */
function troubleOf(kind: Asking["kind"], fault: unknown): keyof typeof words.trouble {
  const name = fault instanceof Error ? fault.name : "";
  if (name === "InvalidStateError") return "there";
  if (name === "NotAllowedError" || name === "AbortError") return kind === "add" ? "notAdded" : "cancelled";
  return name === "SecurityError" || name === "NotSupportedError" ? "unsupported" : "broken";
}
