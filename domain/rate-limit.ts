/**
 * How often something may be asked for: every limit on what sends mail or costs work, with its number. Each is a
 * bucket: so many at once, and one more whenever its share of the time has passed. By device and by mail address,
 * never by network address: a whole venue shares one. Counted in db/rate-limit.ts.
 */

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How far the clocks of two instances, or of two requests that wait for each other, may be apart, in milliseconds. */
export const CLOCKS_DIFFER_MS = 5 * MINUTE * 1_000;

/** At most so many at once, and as many again within the seconds. */
export type Limit = { readonly most: number; readonly seconds: number };

export const LIMITS = {
  sign_in_by_device: { most: 10, seconds: HOUR },
  /**
   * Sign-in mail to one address, whoever asks. One more every ten minutes, which is how long a mail's link works:
   * whenever this refuses, the link in the newest mail still works, so no stranger can shut its owner out.
   */
  sign_in_by_address: { most: 5, seconds: 50 * MINUTE },
  /** Sign-in mail a browser asks for to the address it was signed in with: its own, whatever strangers do. */
  sign_in_by_known_device: { most: 5, seconds: 50 * MINUTE },
  /** Sign-in mail asked for by browsers we do not know, all together. A venue of 500 is let in at once. */
  sign_in_everywhere: { most: 600, seconds: HOUR },

  /** One browser registering: a family, or a campmaker who helps at the entrance. */
  register_by_device: { most: 20, seconds: HOUR },
  /** Mail about registering to one address at one camp, whoever asks: a form sent again, leaving and coming back. */
  register_by_address: { most: 6, seconds: DAY },
  /** Registrations at one camp: a camp of 500 with a line of 400 in the first minute, and again every hour. */
  register_by_camp: { most: 1_500, seconds: HOUR },
  register_everywhere: { most: 6_000, seconds: HOUR },
  /** Somebody who taps twice, or a network that lost the answer. */
  register_by_form: { most: 20, seconds: HOUR },
  /** Whatever addresses it names: each is mailed. */
  mend_by_form: { most: 3, seconds: DAY },
  code_by_registration: { most: 5, seconds: HOUR },
  /** Handing a place on: each is mailed, whoever it names. */
  transfer_by_registration: { most: 3, seconds: DAY },
  /** A second address: each is mailed, whosever it is. */
  second_address_by_registration: { most: 3, seconds: DAY },
  /** Codes of groups typed: nobody is to find others by trying. */
  group_by_registration: { most: 20, seconds: HOUR },

  /** Asking other hosts to pitch together: each is heard on somebody's phone. */
  together_by_registration: { most: 20, seconds: HOUR },

  /** People asked to host a pitch: each is heard on somebody's phone, and a code of no badge counts as well. */
  host_ask_by_registration: { most: 20, seconds: HOUR },

  /** Pitches said not to belong: nobody is to have the crew read through a camp of them. */
  link_by_registration: { most: 30, seconds: HOUR },
  report_by_registration: { most: 10, seconds: HOUR },

  /** Asking something of the grid, or standing behind what others ask: each is read at the desk. */
  request_by_registration: { most: 60, seconds: HOUR },

  /** Asking to be told on a phone: turned on and off again. */
  push_by_registration: { most: 20, seconds: HOUR },

  /** Messages that an organiser has sent to programs by hand: tests, and those sent again. */
  webhook_by_camp: { most: 60, seconds: HOUR },
  /** One's own day by mail, and the address at which a calendar follows it. */
  day_mail_by_registration: { most: 5, seconds: HOUR },
  day_address_by_registration: { most: 10, seconds: HOUR },

  /** Codes of badges typed into one browser. */
  pass_by_device: { most: 20, seconds: HOUR },
  /** Names typed with the code of one badge, in whatever browsers: a code is read off a chest, and a name soon guessed. */
  pass_by_code: { most: 10, seconds: HOUR },

  /** Asking a browser for a passkey, to add or to use it. */
  passkey_by_device: { most: 30, seconds: HOUR },
  /** Requiring passkeys of a crew, or no more: each time all of it is mailed. */
  passkey_rule_by_camp: { most: 6, seconds: DAY },
  /** Taking the passkeys of somebody on the crew away. */
  passkey_reset_by_camp: { most: 6, seconds: DAY },

  invite_by_person: { most: 30, seconds: HOUR },
  /** From whatever camps. */
  invite_by_address: { most: 5, seconds: DAY },
  invite_by_camp: { most: 60, seconds: DAY },
  /** Camps started from an earlier one: each mails a whole crew. */
  clone_by_person: { most: 5, seconds: DAY },
  /** Rehearsals of one camp: each is some minutes of load. */
  rehearse_by_camp: { most: 2, seconds: 8 * MINUTE },

  invite_everywhere: { most: 300, seconds: DAY },

  /** What is told to those named in a code of conduct: each is a mail. A browser without our cookie counts by the camp alone. */
  concern_by_device: { most: 5, seconds: HOUR },
  concern_by_contact: { most: 30, seconds: HOUR },
  concern_by_camp: { most: 60, seconds: HOUR },

  /** Saving one's write-ups: a long one is saved again and again. */
  write_up_by_registration: { most: 100, seconds: HOUR },
  /** Phones that say how a camp was: one without our cookie is another each time. */
  feedback_by_camp: { most: 1_500, seconds: HOUR },

  /** Cards put up, and cards that somebody would like: each of these is a mail to its owner. */
  swap_card_by_registration: { most: 30, seconds: DAY },
  swap_ask_by_registration: { most: 10, seconds: DAY },
  /** Lines of notes that are asked to be taken out: anybody may, and each is read. */
  line_by_device: { most: 20, seconds: HOUR },
  line_by_camp: { most: 200, seconds: HOUR },

  /** A signed report of a mail service, for as long as its signature could be sent again. */
  report_once: { most: 1, seconds: 15 * MINUTE },

  /** Mail to a group, sent to oneself first. */
  trial_mail_by_person: { most: 20, seconds: HOUR },
  /** Mail to a group: whoever takes over an organiser's browser cannot write to a whole camp for ever. */
  group_mail_by_camp: { most: 10, seconds: DAY },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;

/** One limit to ask, and whom or what it counts by: a device's id, an address, a camp's id. */
export type Charge = { limit: LimitName; by: string };

/** What a bucket is called, of which only a hash is stored. */
export function bucketOf({ limit, by }: Charge): string {
  return `${limit} ${by}`;
}

/**
 * A limit in whole milliseconds: `step`, after which one more is free, and `span`, after which an empty bucket is
 * full again.
 */
export function paceOf({ most, seconds }: Limit): { step: number; span: number } {
  const step = Math.floor((seconds * 1_000) / most);
  return { step, span: step * most };
}

/**
 * Takes one from a bucket (the generic cell rate algorithm, ITU-T I.371).
 *
 * @param fullAt when it is full again, in milliseconds since 1970; in the past where nothing is missing
 * @param now milliseconds since 1970
 * @returns when it is full again after that, or null when it is empty
 */
export function takeOne(limit: Limit, fullAt: number, now: number): number | null {
  const { step, span } = paceOf(limit);
  // Further ahead than an empty bucket is only what was written before the clock went back: that begins anew.
  const known = fullAt > now + span + CLOCKS_DIFFER_MS ? now : fullAt;
  const next = Math.max(known, now) + step;
  return next <= now + span ? next : null;
}

/**
 * Takes one from each of several buckets, or from none.
 *
 * @param fullAt when each is full again, by `bucketOf`, in milliseconds since 1970; what is taken is written here
 * @param now milliseconds since 1970
 * @returns whether all had one
 */
export function takeEach(fullAt: Map<string, number>, charges: readonly Charge[], now: number): boolean {
  const after = charges.map((charge): [string, number | null] => {
    const bucket = bucketOf(charge);
    return [bucket, takeOne(LIMITS[charge.limit], fullAt.get(bucket)!, now)];
  });
  if (after.some(([, full]) => full === null)) return false;
  for (const [bucket, full] of after) fullAt.set(bucket, full!);
  return true;
}
