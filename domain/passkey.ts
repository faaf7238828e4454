/** Passkeys (WebAuthn, level 3): which site they are of, who may add one, and how long what leads to them is good. */
import { MOST } from "#domain/limits.ts";
import type { Refusal } from "#domain/refusal.ts";

/** For how long a challenge waits for its answer: somebody looks for a key in a drawer. */
export const CHALLENGE_MS = 5 * 60_000;

/** For how long a sign-in is recent, so that passkeys can be added and removed after it. */
export const RECENT_MS = 15 * 60_000;

/** The site that a passkey is of: its `id` is the name of the host, without a port. */
export type Site = { id: string; origin: string };

/**
 * The site of this installation; null where its address is a number, which browsers make no passkey for.
 * @param origin the address that the public types, without a slash at the end
 */
export function siteOf(origin: string): Site | null {
  const { hostname } = new URL(origin);
  return /^\[|^[\d.]+$/.test(hostname) ? null : { id: hostname, origin };
}

/**
 * What is known of whoever is about to add or remove one; `usedAt` is when this browser was signed in with a passkey.
 * `shared`: on the crew of demo camps alone, where whoever tries them is that same person.
 */
export type Standing = {
  passkeys: number;
  signedInAt: Date | null;
  usedAt: Date | null;
  shared: boolean;
};

export type Unready = Extract<Refusal, "passkey_first" | "passkey_again" | "sign_in_again">;
export type WhyNotAdd = Unready | Extract<Refusal, "passkeys_full" | "passkey_demo">;

/**
 * Whoever has a passkey proves it with that: whoever reads their mail alone can neither add another nor take theirs away.
 * Null for whoever did so, or has none, a moment ago.
 */
export function whyNotReady({ passkeys, signedInAt, usedAt }: Standing, now: Date): Unready | null {
  if (passkeys > 0 && !usedAt) return "passkey_first";
  const proven = passkeys > 0 ? usedAt : signedInAt;
  if (proven && now.getTime() - proven.getTime() <= RECENT_MS) return null;
  return passkeys > 0 ? "passkey_again" : "sign_in_again";
}

/** Why somebody cannot have one more; null where they can. */
export function whyNotAdd(standing: Standing, now: Date): WhyNotAdd | null {
  if (standing.shared) return "passkey_demo";
  return whyNotReady(standing, now) ?? (standing.passkeys >= MOST.passkeys ? "passkeys_full" : null);
}

/**
 * Whether a key counts its uses, and this one is none after the last: two of them answer to one name. Keys that are on
 * several phones count nothing, and say 0.
 */
export function isCopied(kept: number, said: number): boolean {
  return (kept > 0 || said > 0) && said <= kept;
}
