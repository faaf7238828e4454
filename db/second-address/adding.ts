/** A second address, given and taken away on the private page. Whoever reads it is asked first. */
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { readTimes } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { post } from "#db/mail.ts";
import { lockPage } from "#db/page.ts";
import { spend } from "#db/rate-limit.ts";
import { secondAddress } from "#db/schema/second-address.ts";
import { dropSeconds } from "#db/second-address/ending.ts";
import { findSecond } from "#db/second-address/reading.ts";
import { transact } from "#db/transaction.ts";
import { sameAddress } from "#domain/email-address.ts";
import { isOver, permits } from "#domain/event.ts";
import type { Refusal } from "#domain/refusal.ts";
import { chargeOfAddress, sharedBy } from "#domain/registration/allowance.ts";
import { isLive, isProven } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { lapseOf, reachOf } from "#domain/second-address.ts";

type AddRefusal = Extract<
  Refusal,
  | "not_found"
  | "camp_over"
  | "not_open"
  | "not_possible_now"
  | "first_address"
  | "second_address_there"
  | "too_many"
>;

/**
 * Gives a registration a second address. Its reader is asked by one mail, whatever that address is here: nobody learns
 * by it who is registered. Safe to repeat with the same address.
 * @param token of the private page
 * @returns refused `not_possible_now` unless the first address is proven here and its owner is in the camp or its line,
 *   `second_address_there` while there is another
 */
export async function addSecond(
  db: Database,
  token: string,
  email: string,
  now: Date,
): Promise<Result<null, AddRefusal>> {
  const address = sameAddress(email);
  return transact<null, AddRefusal>(db, async (tx) => {
    const page = await lockPage(tx, token, now);
    if (!page) return refused("not_found");
    const { camp, link, mine } = page;
    const { endsAt } = await readTimes(tx, camp);
    if (isOver(camp.phase, endsAt, now.getTime())) return refused("camp_over");
    if (!permits(camp.phase, "answer")) return refused("not_open");
    if (link.claim || !isProven(mine) || !isLive(mine.status)) return refused("not_possible_now");
    if (address === mine.email) return refused("first_address");
    const before = await findSecond(tx, mine.id);
    if (before && reachOf(before, now) !== null)
      return before.email === address ? granted(null) : refused("second_address_there");
    const charges = [
      { limit: "second_address_by_registration", by: mine.id } as const,
      chargeOfAddress(camp.id, address),
      ...sharedBy(camp.id),
    ];
    const spent = await spend(tx, charges, now);
    if (!spent.ok) return spent;
    await dropSeconds(tx, [mine.id]);
    const lapsesAt = new Date(lapseOf(now.getTime()));
    await tx
      .insert(secondAddress)
      .values({ registrationId: mine.id, email: address, askedAt: now, lapsesAt });
    const by = { actor: "camper", actorId: mine.id } as const;
    await record(tx, { eventId: camp.id, at: now, ...by, act: "add_second_address", subjectId: mine.id });
    await post(tx, {
      ...{ eventId: camp.id, kind: "second_asked", occasion: newId(), secondOf: mine.id },
      ...{ recipient: address, locale: mine.locale, facts: { registrationId: mine.id } },
    });
    return granted(null);
  });
}

/**
 * Takes the second address away: nothing goes there any more, and links that went there open nothing. The first is told
 * where mail had gone there. Safe to repeat.
 * @param token of the private page
 * @returns the token of the page; null where the page was opened by a link that has ended with the address
 */
export async function removeSecond(
  db: Database,
  token: string,
  now: Date,
): Promise<Result<{ token: string | null }, "not_found" | "not_possible_now">> {
  return transact<{ token: string | null }, "not_found" | "not_possible_now">(db, async (tx) => {
    const page = await lockPage(tx, token, now);
    if (!page) return refused("not_found");
    const { camp, link, mine } = page;
    if (link.claim || mine.verifiedAt === null) return refused("not_possible_now");
    const before = await findSecond(tx, mine.id);
    if (!before) return granted({ token });
    await dropSeconds(tx, [mine.id]);
    const by = { actor: "camper", actorId: mine.id } as const;
    await record(tx, { eventId: camp.id, at: now, ...by, act: "remove_second_address", subjectId: mine.id });
    if (before.provenAt !== null)
      await post(tx, {
        ...{ eventId: camp.id, kind: "second_removed", occasion: newId() },
        ...{ recipient: mine.email, facts: { registrationId: mine.id } },
      });
    return granted({ token: link.second ? null : token });
  });
}
