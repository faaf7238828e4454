/** What is refused about being let in: by whom, with which badge and phone, and how many may be inside. */
import type { Refusal } from "#domain/refusal.ts";

export const ofDoor = {
  all_given: {
    what: "Every place of the camp is somebody’s, so there is none for a walk-in.",
    next: "Ask an organiser: they can give one more, or pass on places of people who have not come.",
  },
  still_inside: {
    what: "You are in today, so your place stays yours.",
    next: "Say “I’m leaving” as you go home, and somebody else can come in if there is room.",
  },
  none_free: {
    what: "No place is free, so theirs cannot be given back to them.",
    next: "Whoever stood by may have it by now, or more places are given out than there are. On their page an organiser can give one more.",
  },
  not_yet_time: {
    what: "It is too early: nobody loses a place before the time that was announced.",
    next: "The page of the door says when. The time is changed in the settings.",
  },
  late_time: {
    what: "That time has passed, or is later than a place waits.",
    next: "Choose one of the times on your page. Whoever comes later is still let in if there is room.",
  },
  announced: {
    what: "People were told that their place waits longer than that, and today is the day. Nothing was changed.",
    next: "The time can be put off, or switched off. It comes no earlier than was announced.",
  },
  house_full: {
    what: "As many people are inside as may be, so nobody else can be let in.",
    next: "Ask an organiser. Somebody who leaves makes room.",
  },
  cut_off: {
    what: "This phone was cut off from the door by the crew, and has forgotten the list.",
    next: "If it is in the right hands, ask an organiser to let it on again: at the desk, Door, “Phones at the door”.",
  },
  wrong_badge: {
    what: "Nobody with a place here goes by this code and these letters.",
    next: "Look at the code once more, and type the name as it is on the badge or the ticket. The desk can look you up.",
  },
  pass_elsewhere: {
    what: "This badge has let another phone in already, and it works on one at a time.",
    next: "Use that phone, or ask the desk to move it: it takes a moment.",
  },
  phone_of_another: {
    what: "This phone holds somebody else’s ticket, so it pitches and raises hands for them.",
    next: "Type your code on your own phone, or ask the desk.",
  },
  over_inside: {
    what: "The camp has more places than people may be inside, and than it may give out all the same.",
    next: "Under “People inside” let at least as many be given out as the camp has places, and say why; or lower its places first.",
  },
} satisfies Partial<Record<Refusal, { what: string; next: string }>>;
