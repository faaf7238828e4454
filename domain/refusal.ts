/**
 * Every refusal there is, with the HTTP status that carries it. Its words are in messages/en/refusal.ts,
 * typed by this table, so that the build fails until each has both.
 */
export const REFUSALS = {
  /** There is no such thing, or it is not yours: nobody can tell which. */
  not_found: 404,
  no_ticket: 401,
  /** A phone at the door that the crew cut off, because it was lost. */
  cut_off: 403,
  /** Nobody is signed in here any more. */
  signed_out: 401,
  /** On the crew of a camp that requires a passkey, in a browser where none was used; or one is to be used first. */
  passkey_needed: 403,
  /** Whoever has a passkey proves it before they add or remove one. */
  passkey_first: 403,
  /** They used it too long ago for that. */
  passkey_again: 403,
  /** They signed in too long ago for that. */
  sign_in_again: 403,
  /** What the key was asked to sign is used up, too old, or was for another browser. */
  passkey_expired: 410,
  passkey_unknown: 404,
  /** What a browser says of a key is not right. */
  passkey_wrong: 422,
  /** A key counted back: there are two of it. */
  passkey_copied: 409,
  passkey_there: 409,
  passkeys_full: 409,
  /** The last one of somebody of whom a camp requires one. */
  passkey_last: 409,
  /** A demo camp needs no passkey: its crew is everybody who tries it. */
  passkey_demo: 409,
  own_passkeys: 409,
  /** A camp that requires none takes none away. */
  passkey_not_asked: 409,
  /** They are on the crew of a camp that whoever resets is no organiser of. */
  passkey_elsewhere: 409,
  /** The address of this installation is a number, or the browser has no script. */
  passkey_not_here: 422,
  /** The input does not parse; the handler says which fields. */
  bad_input: 422,
  not_open: 409,
  /** Heads are counted while a session is on. */
  run_not_on: 409,
  /** Tickets are announced for a time that is still to come. */
  not_yet_open: 409,
  /** Nobody has completed the privacy notice and the accessibility statement, which tickets wait for. */
  pages_missing: 409,
  /** A page that tickets waited for stays complete while people can see the camp. */
  page_incomplete: 409,
  /** The entries of a draw are closed, and it is still to be drawn. */
  draw_closed: 409,
  line_full: 409,
  camp_over: 410,
  /** The camp is called off, or put off without a date: nothing of its places moves. */
  camp_halted: 409,
  /** A camp is put off, or said to take place, on a day that is still to come and is another where it must be. */
  day_not_ahead: 422,
  /** A camp is deleted as a draft, called off or from the archive, and a demo camp never: everybody who tries the demo has it. */
  camp_stays: 409,
  /** One rehearsal at a time on an installation, and none while a camp is on. */
  rehearsal_runs: 409,
  camp_is_on: 409,
  /** Nor about the time that a release opens, when everybody comes at once. */
  tickets_open_now: 409,
  /** A draft for which people are registered is not deleted: they would hear nothing of it. */
  still_registered: 409,
  /** Mails that call a camp off are still to be sent, and would go with it. */
  still_telling: 409,
  /** The date of a camp that is called off or put off is said with what becomes of it. */
  date_halted: 409,
  /** What was typed is not the address of the camp. */
  other_address: 422,
  /** Everything of a camp in the archive stays as it was. */
  archived: 409,
  not_proven: 409,
  not_possible_now: 409,
  offer_gone: 410,
  /** Somebody else was offered the place that one gave back. */
  place_gone: 410,
  /** A place of somebody who is in, on the day. */
  still_inside: 409,
  /** Nobody has the place that was passed on, and yet none is free. */
  none_free: 409,
  /** So near to the camp, places are offered only while people are awake to answer. */
  not_the_hour: 409,
  /** A place was to go to somebody by name, and more are held than the camp gives out. */
  no_free_place: 409,
  /** Places are handed on until some hours before the camp, where it lets them be at all. */
  transfer_closed: 409,
  /** It was called back, given back or too late. */
  transfer_gone: 410,
  /** One place is on its way to one person. */
  transfer_open: 409,
  /** Whoever is to get a place has one. */
  has_place: 409,
  own_address: 422,
  /** A second address is not the first. */
  first_address: 422,
  /** There is one second address, and it is taken away before there is another. */
  second_address_there: 409,
  /** Every place is somebody's. */
  all_given: 409,
  /** Places are passed on from the time that was announced, where the camp does it at all. */
  not_yet_time: 409,
  /** Somebody is late until one of the times that their page offers. */
  late_time: 422,
  /** The time that was announced is not brought forward on the day. */
  announced: 409,
  /** As many are inside as may be, by law. */
  house_full: 409,
  /** More places than people may be inside, and nobody said so and why. */
  over_inside: 409,
  /** Places would go back before anybody was asked. */
  asked_too_late: 422,
  /** A pause ends between tomorrow and the day before the camp. */
  pause_day: 422,
  wrong_code: 422,
  code_expired: 410,
  too_many_tries: 429,
  /** One pitch each until everybody who wants has had a go. */
  already_pitched: 409,
  /** The same, said to the crew about somebody else's pitch. */
  host_has_another: 409,
  /** Somebody else is at the front than whoever pressed had seen there. */
  line_moved_on: 409,
  /** That address is told what changes already. */
  webhook_there: 409,
  webhooks_full: 409,
  /** Anybody runs a demo camp, and could have us knock anywhere by it. */
  demo_tells_nobody: 409,
  /** It failed for days, and is told nothing until somebody switches it on. */
  webhook_off: 409,
  /** A pitch has as many hosts as it can, with those who are asked. */
  hosts_full: 409,
  /** One person at a time is asked to take a pitch over. */
  handing_on: 409,
  /** Once the first grid is out the crew alone changes who hosts what. */
  hosts_settled: 409,
  /** Nobody with a place has a badge with this code. */
  badge_unknown: 422,
  /** Somebody else said first that they host it. */
  has_host: 409,
  /** The crew hid it, and shows it again. */
  pitch_hidden: 409,
  /** What others were merged into becomes a part of nothing. */
  holds_others: 409,
  /** Hosts merge their pitches until the first grid is out. */
  grid_published: 409,
  /** No phone can answer for a pitch that a campmaker typed. */
  nobody_to_ask: 409,
  /** They said no, and nobody is asked twice. */
  asked_before: 409,
  /** It was answered, or taken back, meanwhile. */
  question_gone: 410,
  /** Nothing of that session is written down. */
  no_notes: 409,
  note_full: 409,
  /** There is nothing left to ask of that session: it is on, over or elsewhere by now. */
  session_on: 409,
  /** Whoever asks as much of the grid as anybody may at once. */
  asked_enough: 409,
  /** A swap, or a card of it, is not there any more. */
  swap_gone: 410,
  /** The board of swaps has as many cards as anybody reads; one person has as many as one may, or waits for as many answers. */
  swaps_full: 409,
  own_swaps_full: 409,
  swap_asks_full: 409,
  /** Spare seats that people have taken. */
  seats_taken: 409,
  /** A task of the rota: it is over, has as many as it wants, or meets another of theirs. */
  task_over: 409,
  task_full: 409,
  task_clash: 409,
  /** A task for fewer than are down for it, or of the same name, time and place as another. */
  task_has_more: 409,
  task_there: 409,
  rota_full: 409,
  /** As many calls for help within an hour as anybody would hear. */
  called_enough: 429,
  call_over: 410,
  cell_taken: 409,
  /** A session of two slots where no other follows on its day. */
  no_slot_after: 409,
  slot_after_taken: 409,
  /** It runs as often as a session may. */
  runs_enough: 409,
  slots_begun: 409,
  day_misfits: 409,
  day_begun: 409,
  /** Said to organisers only. */
  address_taken: 409,
  slug_taken: 409,
  room_name_taken: 409,
  sector_name_taken: 409,
  last_sector: 409,
  link_there: 409,
  links_full: 409,
  sectors_full: 409,
  days_full: 409,
  last_organiser: 409,
  /** Whoever owns the installation leaves a crew only by themselves. */
  owner_stays: 409,
  releases_full: 409,
  more_than_places: 409,
  /** Nobody in this draw has such a code. */
  no_such_group: 422,
  /** As many announcements today as the camp allows itself. */
  announced_enough: 409,
  checklist_full: 409,
  /** Everybody has so many hands at once, and all of theirs are up. */
  no_hands_left: 409,
  /** The crew has closed hands, in a phase that has them. */
  hands_closed: 409,
  /** How many hands are up is kept from the crew too until they are closed, and the answer would tell. */
  counts_kept: 409,
  /** No badge of this camp has this code and this name. */
  wrong_badge: 422,
  /** The pass of this badge is on another phone. */
  pass_elsewhere: 409,
  /** This phone holds the ticket of somebody else with a place. */
  phone_of_another: 409,
  group_full: 409,
  /** By hand nobody is added whose address was ever registered at the camp. */
  registered_before: 409,
  more_kept_than_places: 409,
  merge_after_doors: 422,
  draw_under_way: 409,
  release_after_doors: 422,
  closes_too_soon: 422,
  notes_full: 409,
  /** What was agreed for a session keeps what somebody wrote of it from those they would let read it. */
  level_closed: 409,
  /** Where nobody may be named, what somebody wrote says a name. */
  says_a_name: 422,
  /** So many lines are chosen as the best ones. */
  best_lines_full: 409,
  changed_meanwhile: 409,
  too_many: 429,
  /** So much sign-in mail was asked for that no more is sent; what was sent still works. */
  mail_held_back: 429,
} as const;

export type Refusal = keyof typeof REFUSALS;
