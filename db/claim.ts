/** What a browser may do with an address it has not proven to be its own: let it go, as any newcomer could. */
import type { Store } from "#db/connection.ts";
import { type Link, setClaim } from "#db/link.ts";
import type { Claim } from "#domain/claim.ts";
import { granted, type Result } from "#domain/result.ts";

/** Lets go of what the browser was told it had. Nobody's registration changes. */
export async function letClaimGo(
  store: Store,
  link: Link,
  told: Extract<Claim["told"], "released" | "left">,
): Promise<Result<null, never>> {
  if (link.claim) await setClaim(store, link, { ...link.claim, told });
  return granted(null);
}
