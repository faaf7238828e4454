/**
 * Every refusal there is, with the HTTP status that carries it. Its words are in messages/en/refusal.ts,
 * typed by this table, so that the build fails until each has both.
 */
export const REFUSALS = {
  /** There is no such thing, or it is not yours: nobody can tell which. */
  not_found: 404,
  /** This device holds no place at this camp. */
  no_ticket: 401,
  /** Nobody is signed in here any more. */
  signed_out: 401,
  /** The input does not parse; the handler says which fields. */
  bad_input: 422,
  /** The camp's phase does not allow it now. */
  not_open: 409,
  /** The waiting list is at its limit. */
  line_full: 409,
  /** The camp is over, by its phase or by the calendar. */
  camp_over: 410,
  /** The address has to be proven first. */
  not_proven: 409,
  /** The registration is not in a status from which this can be done. */
  not_possible_now: 409,
  /** The offer ran out or was taken back. */
  offer_gone: 410,
  wrong_code: 422,
  /** A code or link that is used up or too old. */
  code_expired: 410,
  too_many_tries: 429,
  /** One pitch each until everybody who wants has had a go. */
  already_pitched: 409,
  /** The same, said to the crew about somebody else's pitch. */
  host_has_another: 409,
  /** Another session is in this room and slot. */
  cell_taken: 409,
  /** No slot is left that has not begun. */
  slots_begun: 409,
  /** A slot would come to a time that the clocks of that day never show. */
  day_misfits: 409,
  /** A day that is under way or over cannot be taken away. */
  day_begun: 409,
  /** Another registration of this camp has that address; said to its organisers only. */
  address_taken: 409,
  slug_taken: 409,
  room_name_taken: 409,
  sector_name_taken: 409,
  /** A camp keeps at least one sector: whoever registers chooses one. */
  last_sector: 409,
  /** A camp keeps at least one organiser. */
  last_organiser: 409,
  /** Whoever owns the installation leaves a crew only by themselves. */
  owner_stays: 409,
  /** Somebody else changed it since this screen was drawn. */
  changed_meanwhile: 409,
  too_many: 429,
  /** So much sign-in mail was asked for that no more is sent; what was sent still works. */
  mail_held_back: 429,
} as const;

export type Refusal = keyof typeof REFUSALS;
