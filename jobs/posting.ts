/** One request to somebody else's server: follows no redirect, and reads nothing of what is said beyond its head. */
import type http from "node:http";
import type https from "node:https";

/** `status` null where there was no answer; `why` is it, or a code of the fault, never the address. `retryAfter` in seconds. */
export type Posted = { status: number | null; why: string; retryAfter: number };

type Options = https.RequestOptions & { signal: AbortSignal };

/** @param by the module whose protocol the address has */
export function post(
  by: Pick<typeof http, "request">,
  address: string,
  options: Options,
  body: Buffer | string | null,
): Promise<Posted> {
  return new Promise((resolve) => {
    const request = by.request(address, { ...options, method: "POST" }, (response) => {
      const { statusCode = 0, headers } = response;
      const retryAfter = Number(headers["retry-after"] ?? 0);
      resolve({
        ...{ status: statusCode, why: String(statusCode) },
        retryAfter: Number.isFinite(retryAfter) ? Math.max(0, retryAfter) : 0,
      });
      response.on("error", () => undefined).resume();
    });
    request.on("error", (fault: NodeJS.ErrnoException) => {
      const why = options.signal.aborted ? "no_answer" : (fault.code ?? fault.name);
      resolve({ status: null, why, retryAfter: 0 });
    });
    request.end(body);
  });
}
