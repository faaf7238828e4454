import type { Refused } from "#components/queries.ts";

/** Why there is no answer, in words. */
export function Refusal({ said: { what, next } }: { said: Refused["said"] }) {
  return (
    <p role="alert">
      {what} {next}
    </p>
  );
}
