/**
 * What a browser is shown that has not proven the address it typed to be its own, and what it may do with that: let it
 * go, as any newcomer could.
 */
import { and, eq, isNull } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { type Link, setClaim } from "#db/link.ts";
import { type RegistrationRow, registrationLink } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import { type Claim, toldOf } from "#domain/claim.ts";
import type { RegistrationForm } from "#domain/registration.ts";
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

/**
 * Leaves every browser that typed this address with what it was told, and with the answers as they are now: from here
 * on the registration is its mailbox's reader's. Call it before anything of theirs is written down.
 */
export async function claimBrowsers(tx: Transaction, row: RegistrationRow): Promise<void> {
  await tx
    .update(registrationLink)
    .set({ claim: { form: formOf(row), told: toldOf(row.status), rank: row.rank } })
    .where(
      and(
        eq(registrationLink.registrationId, row.id),
        eq(registrationLink.mailed, false),
        isNull(registrationLink.claim),
      ),
    );
}

/** The form a registration would be sent with now. */
export function formOf(row: RegistrationRow): RegistrationForm {
  const { formId, name, email, sectorId, organisation, firstTime, access, photos } = row;
  return { id: formId ?? row.id, name, email, sectorId, organisation, firstTime, access, photos };
}
