/** What registering costs, asked once a form was judged: what is refused for another reason costs nobody anything. */
import { sameAddress } from "#domain/email-address.ts";
import type { Charge } from "#domain/rate-limit.ts";
import type { Applicant } from "#domain/registration.ts";

/** What everybody who registers at a camp takes from. */
export function sharedBy(eventId: string): Charge[] {
  return [
    { limit: "register_by_camp", by: eventId },
    { limit: "register_everywhere", by: "all" },
  ];
}

/** What an address at a camp may be named. @param email in compared form */
export function chargeOfAddress(eventId: string, email: string): Charge {
  return { limit: "register_by_address", by: `${eventId} ${email}` };
}

/** What a browser takes from, where it is known. */
export function chargesOfDevice({ deviceId }: Pick<Applicant, "deviceId">): Charge[] {
  return deviceId ? [{ limit: "register_by_device", by: deviceId }] : [];
}

/** What a form takes from that was sent before. */
export function chargeOfForm({ form }: Pick<Applicant, "form">): Charge {
  return { limit: "register_by_form", by: form.id };
}

/** Everything that judging these applicants may take from. @param sent the ids of forms that were sent before */
export function chargesOf(
  eventId: string,
  applicants: readonly Applicant[],
  sent: ReadonlySet<string>,
): Charge[] {
  const seen = new Set(sent);
  const again = applicants.filter(({ form }) => {
    const before = seen.has(form.id);
    seen.add(form.id);
    return before;
  });
  const address = ({ form }: Applicant) => chargeOfAddress(eventId, sameAddress(form.email));
  return [
    ...sharedBy(eventId),
    ...applicants.flatMap(chargesOfDevice),
    ...applicants.map(address),
    ...again.map(chargeOfForm),
  ];
}
