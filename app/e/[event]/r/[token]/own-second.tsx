import { Second } from "#components/registration/second-address.tsx";
import { database } from "#db/connection.ts";
import type { StatusPage } from "#db/registration/status.ts";
import { readSecondBehind } from "#db/second-address/reading.ts";
import { permits } from "#domain/event.ts";
import { isLive } from "#domain/registration.ts";
import { addAddress, removeAddress } from "./second-address.ts";

type OwnSecondProps = { page: StatusPage & { now: Date }; token: string };

/** Their second address, for whoever has proven the first. */
export async function OwnSecond({ page, token }: OwnSecondProps) {
  const { event, link, registration, now } = page;
  const may = registration.proven && !link.claim && isLive(registration.status);
  return (
    <Second
      second={await readSecondBehind(database(), link, now)}
      first={registration.email}
      zone={event.zone}
      token={token}
      add={may && permits(event.phase, "answer") ? addAddress : null}
      remove={removeAddress}
    />
  );
}
