/** What is refused of how a camp is set: its pages, days, rooms, sectors, releases and checklist. */
import { MOST } from "#domain/limits.ts";
import type { Refusal } from "#domain/refusal.ts";

export const ofSettings = {
  day_misfits: {
    what: "A row of the day would come to a time that cannot be: the clocks skip an hour there, the date is after 2100, or two rows from an hour that the clocks showed twice would be at one time. Nothing was changed.",
    next: "Choose another date, or first move that row to a time there is.",
  },
  day_begun: {
    what: "That day is under way or over, and what happened on it stays. Nothing was changed.",
    next: "Move the camp back to before that day first, if it really goes.",
  },
  day_not_ahead: {
    what: "That is no other day that is still to come. Nothing was changed, and nobody was told.",
    next: "Choose a day from today on; where you put it off, another than it has.",
  },
  slug_taken: {
    what: "Another camp has that address.",
    next: "Choose another one, with the year or the town in it perhaps, or leave it empty: we make one then.",
  },
  room_name_taken: { what: "This camp has a room of that name.", next: "Give it another name." },
  sector_name_taken: {
    what: "Two sectors would have the same name.",
    next: "Give one of them another name. A sector that somebody works in stays, also when its name is emptied.",
  },
  last_sector: {
    what: "A camp needs a sector, because everybody who registers chooses one.",
    next: "Keep at least one, or rename it.",
  },
  sectors_full: {
    what: `A camp can have up to ${MOST.sectors} sectors, and those that somebody works in stay.`,
    next: "Take some of the others away, or add fewer.",
  },
  days_full: {
    what: `A camp can have up to ${MOST.days} days, and these rows of the grid would make more.`,
    next: "Look at their dates: each row on another date makes a day.",
  },
  releases_full: {
    what: `A camp can have ${MOST.releases} releases at most.`,
    next: "Put some together, or take one away.",
  },
  more_than_places: {
    what: "Together the releases would give out more places than the camp has.",
    next: "Give out fewer, or raise the number of places under “Places and rules” first.",
  },
  checklist_full: {
    what: "Your checklist has as many things of your own as it takes.",
    next: "Remove one that you do not need, and add this one again.",
  },
  more_kept_than_places: {
    what: "Together more places would be kept than the camp gives out.",
    next: "Keep fewer, or raise the number of places in the settings first.",
  },
  pages_missing: {
    what: "Tickets cannot open yet: the privacy notice or the accessibility statement is not complete.",
    next: "Open “The camp’s pages” at the desk, fill in what is left in both, and say there that you have read them through.",
  },
  page_incomplete: {
    what: "Nothing was changed: your camp is open, and this page would no longer say all that people must be able to read.",
    next: "Fill in or take out everything in [[double brackets]], then use your words. Our own words of this page have such gaps, so they cannot be used while people can see the camp.",
  },
  rehearsal_runs: {
    what: "A rehearsal is running on this installation, and two at once would measure each other. Nothing was started.",
    next: "Wait until it is over, some minutes at most, and start yours then.",
  },
  camp_is_on: {
    what: "A camp on this installation is on now, or opens its doors within the hour, and a rehearsal would slow it. Nothing was started.",
    next: "Start the rehearsal when that camp is over for the day.",
  },
  still_telling: {
    what: "Mails that call this camp off are still on their way, and would go with it. Nothing was deleted.",
    next: "Wait until they are sent: Mail shows what is still to go.",
  },
  date_halted: {
    what: "This camp is called off or put off, so its date is not changed here. Nothing was changed.",
    next: "Say under “Call it off, or put it off” when it takes place: everybody hears of it at once.",
  },
  tickets_open_now: {
    what: "A camp on this installation gives out tickets within ten minutes, or began to less than ten minutes ago, and a rehearsal would slow that. Nothing was started.",
    next: "Start the rehearsal a quarter of an hour later.",
  },
  camp_stays: {
    what: "This camp cannot be deleted now.",
    next: "A camp is deleted as a draft, once it is called off, or once it is in the archive. Move it there first: that tells everybody it concerns.",
  },
} satisfies Partial<Record<Refusal, { what: string; next: string }>>;
