/** What a refusal says: what happened and why, then the next thing to do. One entry for each, or nothing builds. */
import { MOST } from "#domain/limits.ts";
import type { Refusal } from "#domain/refusal.ts";
import { ofDoor } from "./refusal-of-door.ts";
import { ofGrid } from "./refusal-of-grid.ts";
import { ofNotes } from "./refusal-of-notes.ts";
import { ofPasskeys } from "./refusal-of-passkeys.ts";
import { ofPitches } from "./refusal-of-pitches.ts";
import { ofRota } from "./refusal-of-rota.ts";
import { ofSettings } from "./refusal-of-settings.ts";
import { ofSwaps } from "./refusal-of-swaps.ts";
import { ofWebhooks } from "./refusal-of-webhooks.ts";
import { ofWriteUps } from "./refusal-of-write-ups.ts";

export const refusal: Record<Refusal, { what: string; next: string }> = {
  not_found: {
    what: "We can’t find that. It may have been taken away, or it belongs to somebody else.",
    next: "Go back and try from the camp’s own page.",
  },
  no_ticket: {
    what: "This phone doesn’t hold a place at this camp.",
    next: "Open the page from our mail on this phone, confirm your email if it asks you to, and try again.",
  },
  ...ofDoor,
  ...ofSettings,
  ...ofRota,
  ...ofSwaps,
  ...ofNotes,
  ...ofPasskeys,
  signed_out: {
    what: "You were signed out in the meantime, so nothing was done.",
    next: "Sign in again in another tab, then do this once more: what you typed is still here.",
  },
  bad_input: {
    what: "Something in the form needs another look.",
    next: "Mend what is marked and send it again.",
  },
  not_open: {
    what: "The camp isn’t at that point of its day.",
    next: "Look at the camp’s page to see what is open now.",
  },
  run_not_on: {
    what: "That session isn’t on now, so nothing was counted.",
    next: "Heads are counted from ten minutes before a session until it ends.",
  },
  still_registered: {
    what: "People are registered for this camp, and nobody would tell them that it is gone.",
    next: "Write to them, and take them off the list or move the camp on to the archive. Then delete it.",
  },
  other_address: {
    what: "That is not the address of this camp.",
    next: "Type it as it stands on the page, to show that you mean this camp.",
  },
  not_yet_open: {
    what: "Registration isn’t open yet.",
    next: "The camp’s page says when it opens.",
  },
  draw_closed: {
    what: "The entries for the draw are closed, and it is still to be made.",
    next: "Come back after the draw: the line is open then.",
  },
  line_full: {
    what: "The waiting list is closed: more people wait than are likely to get a place.",
    next: "Look at the camp’s page again later: when people let go of their turn, the list opens again.",
  },
  camp_over: {
    what: "This camp is over, so there are no places to take or to wait for.",
    next: "Its pitches and its grid stay on the camp’s page.",
  },
  camp_halted: {
    what: "This camp is called off, or put off to a date that is not known yet, so nothing was changed. What people have is kept.",
    next: "The camp’s page says why, and what is next.",
  },
  archived: {
    what: "This camp is in the archive, where everything stays as it was.",
    next: "To change it, move the camp back out of the archive first, beside the list of the desk’s pages.",
  },
  not_proven: {
    what: "Our email to you came back, so we cannot give you the place yet. The offer’s clock stands still meanwhile.",
    next: "Confirm your email below, then say yes. Or ask the organisers: they can give you the place.",
  },
  not_the_hour: {
    what: "No place is offered at this hour: this near to the camp people have only minutes to answer, so they must be awake.",
    next: "Do it again between 8 in the morning and 10 at night, or give them a place by hand.",
  },
  no_free_place: {
    what: "More places are held than the camp gives out, so none becomes free by this. Nothing was changed.",
    next: "Do it without naming anybody, or offer that person a place from the list first.",
  },
  pause_day: {
    what: "A pause cannot end on that day.",
    next: "Choose one from tomorrow until the day before the camp.",
  },
  not_possible_now: {
    what: "Your registration has changed since this page was drawn, so we left it as it is.",
    next: "This page now shows the truth. Have another look.",
  },
  offer_gone: {
    what: "The offer ran out before we had an answer, so the place is no longer kept for you.",
    next: "You can join the line again, at the back.",
  },
  no_hands_left: {
    what: "At this camp everybody has so many hands, and all of yours are up.",
    next: "Take one of them down first, then raise this one.",
  },
  hands_closed: {
    what: "Hands are closed: the grid is being made of those that are up.",
    next: "Yours stay as they were. A campmaker can open hands again.",
  },
  counts_kept: {
    what: "How many hands are up is kept from everybody until hands are closed, and this would tell.",
    next: "Close hands on the Pitches page first.",
  },
  place_gone: {
    what: "Somebody else has been offered the place meanwhile, so it cannot be taken back.",
    next: "You can join the line again, at the back.",
  },
  wrong_code: {
    what: "That isn’t the code we sent.",
    next: "Check the newest email and type its six digits.",
  },
  code_expired: {
    what: "That code or link has been used or is too old. They last a short while, to keep you safe.",
    next: "Ask for a new one.",
  },
  too_many_tries: {
    what: "That was one try too many, so the code no longer works.",
    next: "Ask for a new one.",
  },
  session_on: {
    what: "There is nothing left to ask of that session: it has begun, or the grid has it elsewhere by now.",
    next: "Look at the grid as it is now.",
  },
  asked_enough: {
    what: "You ask as much of the grid already as anybody may at once.",
    next: "Take one of them back first.",
  },
  already_pitched: {
    what: "You have a pitch already. It is one each until everybody who wants has had a go.",
    next: "Change the one you have, or wait for the next round.",
  },
  line_moved_on: {
    what: "The line has moved on already, so nothing was done: a tap of yours that went through after all, or another phone.",
    next: "Look who is at the front now, and go on from there. Nobody was skipped.",
  },
  host_has_another: {
    what: "Whoever brought it has another pitch by now, and it is one each until everybody who wants has had a go.",
    next: "Withdraw the other one first, or wait for the second round.",
  },
  holds_others: {
    what: "Another pitch is part of that one already, so it cannot become part of a third.",
    next: "Merge them the other way round, or take that one apart first.",
  },
  grid_published: {
    what: "The grid is out, and people follow it: only a campmaker can merge pitches or take them apart now.",
    next: "Ask at the desk.",
  },
  nobody_to_ask: {
    what: "A campmaker typed that pitch, so there is no phone to ask.",
    next: "Ask at the desk: a campmaker can merge the two.",
  },
  ...ofPitches,
  ...ofWebhooks,
  ...ofWriteUps,
  asked_before: {
    what: "You asked before, and they would rather keep it apart.",
    next: "Talk to them: they can ask you, or a campmaker can merge the two.",
  },
  question_gone: {
    what: "That question is gone: it was taken back, answered already, or one of the pitches was withdrawn.",
    next: "Look at your pitches again.",
  },
  ...ofDoor,
  ...ofGrid,
  address_taken: {
    what: "Somebody else at this camp is registered with that address.",
    next: "Look for it in the list of people, or use another one.",
  },
  transfer_closed: {
    what: "Places at this camp can no longer be handed on.",
    next: "If the place is not needed, give it back on the private page: somebody from the line can come then.",
  },
  transfer_gone: {
    what: "This place is no longer on its way to you.",
    next: "It was called back or given back, or the time to take it has passed. The camp’s page says whether you can register.",
  },
  transfer_open: {
    what: "Your place is on its way to somebody else already.",
    next: "Call it back first, and then hand it on again.",
  },
  has_place: {
    what: "You have a place at this camp already, and nobody can hold two.",
    next: "Say no thanks, and the place stays with whoever wanted to give it to you.",
  },
  own_address: {
    what: "That is your own address.",
    next: "Write the address of whoever is to have the place.",
  },
  first_address: {
    what: "That is the address we write to already.",
    next: "Write another one of yours, or leave it at the one.",
  },
  second_address_there: {
    what: "You have given us a second address already.",
    next: "Take it away first, then give us another.",
  },
  asked_too_late: {
    what: "Places would go back before anybody was asked whether they come.",
    next: "Ask in a round that is still to come and earlier than that, or let places go back later. A round whose time has passed asks nobody.",
  },
  last_organiser: {
    what: "A camp needs an organiser, and this is its only one.",
    next: "Make somebody else an organiser first.",
  },
  owner_stays: {
    what: "They own this Wallchart, so only they can take themselves off or change what they are.",
    next: "Ask them to do it.",
  },
  announced_enough: {
    what: "As many announcements were made today as this camp allows itself, so that people go on reading them.",
    next: "Put it on the next slide or say it out loud; an organiser can raise the number on this page.",
  },
  no_such_group: {
    what: "Nobody who has entered this draw has that code.",
    next: "Ask them for it again: it has six signs, like KWT 4H7.",
  },
  group_full: {
    what: `Up to ${MOST.together} people enter a draw together, and these are so many already.`,
    next: "Enter alone, or begin a group of your own.",
  },
  registered_before: {
    what: "Somebody with that address is in this camp’s list already, perhaps among those who are no longer in.",
    next: "Find them by the address, and give them a place or put them back in the line on their page.",
  },
  merge_after_doors: {
    what: "Places that are kept must be open to all before doors, so that none stays empty.",
    next: "Choose a time before doors.",
  },
  draw_under_way: {
    what: "A draw waits for its number, and what is kept for whom was published with it.",
    next: "Make the draw first, then change the numbers.",
  },
  release_after_doors: {
    what: "Tickets are given out before the camp: a release cannot open or close once doors are open.",
    next: "Choose a time before doors. Places for the door itself can be kept back and given by hand.",
  },
  closes_too_soon: {
    what: "The entries of a draw must stay open for a while: they cannot close before they open, or before now.",
    next: "Choose a later time for them to close.",
  },
  notes_full: {
    what: `There can be ${MOST.crewNotes} notes on one person at most.`,
    next: "Delete one of yours, or add to it.",
  },
  changed_meanwhile: {
    what: "Somebody else changed this while you were looking at it.",
    next: "The screen now shows their change. Do yours again if it still fits.",
  },
  too_many: {
    what: "That was done too often in a short time.",
    next: "Try again in a quarter of an hour; what writes to other people may need until tomorrow. Nothing you typed is lost.",
  },
  mail_held_back: {
    what: "A lot of sign-in mail was asked for just now, so we send no more of it for the moment.",
    next: "Look in your mail: if your address is known here, the button in our newest email signs this browser in. Nothing there? Ask again in ten minutes.",
  },
};
