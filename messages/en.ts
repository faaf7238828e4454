/**
 * Every word a person reads, in English: one file per noun in `messages/en/`, gathered here.
 * A second language is one more folder and a file like this one that satisfies `Messages`.
 *
 * A message is a string, or a function of what it speaks about that returns one. No markup, no formatting of its
 * own: times come from `messages/format.ts`, counts from `messages/counts.ts`. Nothing but `messages/languages.ts` imports this:
 * whoever needs words asks `messages/words.ts` for those of the reader.
 */
import { access } from "./en/access.ts";
import { announcements } from "./en/announcements.ts";
import { announcementsDesk } from "./en/announcements-desk.ts";
import { api } from "./en/api.ts";
import { archive } from "./en/archive.ts";
import { asked } from "./en/asked.ts";
import { audience } from "./en/audience.ts";
import { away } from "./en/away.ts";
import { badge } from "./en/badge.ts";
import { badges } from "./en/badges.ts";
import { beforeTickets } from "./en/before-tickets.ts";
import { camp } from "./en/camp.ts";
import { campPage } from "./en/camp-page.ts";
import { campPageTexts } from "./en/camp-page-texts.ts";
import { changelog } from "./en/changelog.ts";
import { checklist } from "./en/checklist.ts";
import { common } from "./en/common.ts";
import { compere } from "./en/compere.ts";
import { consequence } from "./en/consequence.ts";
import { crew } from "./en/crew.ts";
import { crewNote } from "./en/crew-note.ts";
import { demo } from "./en/demo.ts";
import { design } from "./en/design.ts";
import { desk } from "./en/desk.ts";
import { door } from "./en/door.ts";
import { editor } from "./en/editor.ts";
import { equality } from "./en/equality.ts";
import { event } from "./en/event.ts";
import { fairness } from "./en/fairness.ts";
import { feedback } from "./en/feedback.ts";
import { feeds } from "./en/feeds.ts";
import { forecast } from "./en/forecast.ts";
import { front, home } from "./en/front.ts";
import { gate } from "./en/gate.ts";
import { grid } from "./en/grid.ts";
import { groupMail } from "./en/group-mail.ts";
import { halt } from "./en/halt.ts";
import { haltDesk } from "./en/halt-desk.ts";
import { handOffer } from "./en/hand-offer.ts";
import { heads } from "./en/heads.ts";
import { help } from "./en/help.ts";
import { imports } from "./en/import.ts";
import { letterWords } from "./en/letters.ts";
import { live } from "./en/live.ts";
import { mail } from "./en/mail.ts";
import { mailLog } from "./en/mail-log.ts";
import { mailbox } from "./en/mailbox.ts";
import { me } from "./en/me.ts";
import { merging } from "./en/merging.ts";
import { myDay } from "./en/my-day.ts";
import { myPitches } from "./en/my-pitches.ts";
import { note } from "./en/note.ts";
import { oneAtATime } from "./en/one-at-a-time.ts";
import { passOn } from "./en/pass-on.ts";
import { passkey } from "./en/passkey.ts";
import { people } from "./en/people.ts";
import { peopleImport } from "./en/people-import.ts";
import { peopleView } from "./en/people-view.ts";
import { permission } from "./en/permission.ts";
import { personAdd } from "./en/person-add.ts";
import { pitch } from "./en/pitch.ts";
import { pitchDesk } from "./en/pitch-desk.ts";
import { pitchForm } from "./en/pitch-form.ts";
import { pitchHosts } from "./en/pitch-hosts.ts";
import { pitchList } from "./en/pitch-list.ts";
import { pitchMerging } from "./en/pitch-merging.ts";
import { pitchReport } from "./en/pitch-report.ts";
import { plain } from "./en/plain.ts";
import { pool } from "./en/pool.ts";
import { print } from "./en/print.ts";
import { privacy } from "./en/privacy.ts";
import { push } from "./en/push.ts";
import { reasons } from "./en/reasons.ts";
import { refusal } from "./en/refusal.ts";
import { registration } from "./en/registration.ts";
import { rehearsal } from "./en/rehearsal.ts";
import { release } from "./en/release.ts";
import { repair } from "./en/repair.ts";
import { requestsDesk } from "./en/requests-desk.ts";
import { room } from "./en/room.ts";
import { roomOff } from "./en/room-off.ts";
import { rota } from "./en/rota.ts";
import { roundUp } from "./en/round-up.ts";
import { secondAddress } from "./en/second-address.ts";
import { session } from "./en/session.ts";
import { sessionRequest } from "./en/session-request.ts";
import { settingsPages } from "./en/settings-pages.ts";
import { settingsTable } from "./en/settings-table.ts";
import { sheet } from "./en/sheet.ts";
import { signIn } from "./en/sign-in.ts";
import { standby } from "./en/standby.ts";
import { star } from "./en/star.ts";
import { status } from "./en/status.ts";
import { suggestion } from "./en/suggestion.ts";
import { swaps } from "./en/swaps.ts";
import { telling } from "./en/telling.ts";
import { terms } from "./en/terms.ts";
import { transfer } from "./en/transfer.ts";
import { unsubscribe } from "./en/unsubscribe.ts";
import { voting } from "./en/voting.ts";
import { wall } from "./en/wall.ts";
import { webhooks } from "./en/webhooks.ts";
import { writeUp } from "./en/write-up.ts";
import { yourTurn } from "./en/your-turn.ts";

export const en = {
  access,
  announcements,
  announcementsDesk,
  api,
  editor,
  archive,
  asked,
  audience,
  away,
  badge,
  badges,
  beforeTickets,
  camp,
  campPage,
  campPageTexts,
  desk,
  settingsPages,
  settingsTable,
  sheet,
  requestsDesk,
  sessionRequest,
  signIn,
  changelog,
  checklist,
  common,
  compere,
  door,
  consequence,
  crew,
  crewNote,
  demo,
  design,
  equality,
  event,
  fairness,
  feedback,
  feeds,
  forecast,
  front,
  gate,
  grid,
  groupMail,
  handOffer,
  halt,
  haltDesk,
  heads,
  help,
  home,
  imports,
  letterWords,
  live,
  mail,
  mailLog,
  mailbox,
  me,
  merging,
  myDay,
  myPitches,
  note,
  oneAtATime,
  passOn,
  passkey,
  people,
  peopleView,
  peopleImport,
  permission,
  pitch,
  pitchDesk,
  pitchForm,
  pitchList,
  pitchHosts,
  pitchMerging,
  pitchReport,
  plain,
  print,
  privacy,
  push,
  star,
  suggestion,
  swaps,
  reasons,
  refusal,
  registration,
  rehearsal,
  personAdd,
  pool,
  release,
  repair,
  room,
  session,
  roomOff,
  rota,
  roundUp,
  secondAddress,
  standby,
  status,
  telling,
  terms,
  transfer,
  unsubscribe,
  voting,
  wall,
  webhooks,
  writeUp,
  yourTurn,
};

/** The shape every language has. */
export type Messages = typeof en;
