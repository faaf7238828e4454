/** The network was dead, or the server failed. */
export type Unsent = "offline" | "fault";

/**
 * The action, with a dead network and a broken server turned into a state that shows the form as it was typed. The
 * framework's own redirects and missing pages pass through.
 */
export function keptSafe<State>(
  action: (state: State, data: FormData) => Promise<State>,
  typed: (state: State, data: FormData, unsent: Unsent) => State,
): (state: State, data: FormData) => Promise<State> {
  return async (state, data) => {
    try {
      return await action(state, data);
    } catch (fault) {
      if (leadsElsewhere(fault)) throw fault;
      const offline = !navigator.onLine || fault instanceof TypeError;
      return typed(state, data, offline ? "offline" : "fault");
    }
  };
}

/** Next.js marks redirects and the like by a digest (`NEXT_REDIRECT`, `NEXT_HTTP_ERROR_FALLBACK`). */
function leadsElsewhere(fault: unknown): boolean {
  return fault instanceof Error && "digest" in fault && String(fault.digest).startsWith("NEXT_");
}
