import { useActionState, useState } from "react";
import { type Answer, FRESH } from "./answer.ts";

/**
 * What the action behind a form answered last, as long as the form is about what it was about then. Never a key instead: React
 * finds the answer of a form that was sent without JavaScript by its keys, and another one loses it.
 *
 * @param facts a fingerprint of what the form begins with: with another one an old answer is forgotten
 * @returns the answer, and what sends the form
 */
export function useAnswer<Given extends Answer>(
  action: (before: Given, form: FormData) => Promise<Given>,
  facts: string,
): [Given, (form: FormData) => void] {
  // What extends an answer may leave out all that it adds.
  const fresh = FRESH as Given;
  const [newest, send] = useActionState<Given, FormData>(action, fresh as Awaited<Given>);
  const [answered, setAnswered] = useState({ newest, facts });
  if (answered.newest !== newest) setAnswered({ newest, facts });
  const isOfNow = answered.newest !== newest || answered.facts === facts;
  return [isOfNow ? newest : fresh, send];
}
