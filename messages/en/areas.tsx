/** What a browser loads of this language: one file for each area, with the words its components ask for. */
import { bring } from "#messages/words.ts";

/** The tag it goes by in `messages/languages.ts`. */
const TAG = "en-GB";

export const areas = {
  common: () => import("./areas/common.ts").then((it) => bring(TAG, it.commonWords)),
  signIn: () => import("./areas/sign-in.ts").then((it) => bring(TAG, it.signInWords)),
  start: () => import("./areas/start.ts").then((it) => bring(TAG, it.startWords)),
  phone: () => import("./areas/phone.ts").then((it) => bring(TAG, it.phoneWords)),
  nowTab: () => import("./areas/now-tab.ts").then((it) => bring(TAG, it.nowTabWords)),
  day: () => import("./areas/day.ts").then((it) => bring(TAG, it.dayWords)),
  gridTab: () => import("./areas/grid-tab.ts").then((it) => bring(TAG, it.gridTabWords)),
  sessionTab: () => import("./areas/session-tab.ts").then((it) => bring(TAG, it.sessionTabWords)),
  oneAtATime: () => import("./areas/one-at-a-time.ts").then((it) => bring(TAG, it.oneAtATimeWords)),
  door: () => import("./areas/door.ts").then((it) => bring(TAG, it.doorWords)),
  wall: () => import("./areas/wall.ts").then((it) => bring(TAG, it.wallWords)),
  pitching: () => import("./areas/pitching.ts").then((it) => bring(TAG, it.pitchingWords)),
  hosting: () => import("./areas/hosting.ts").then((it) => bring(TAG, it.hostingWords)),
  asking: () => import("./areas/asking.ts").then((it) => bring(TAG, it.askingWords)),
  reporting: () => import("./areas/reporting.ts").then((it) => bring(TAG, it.reportingWords)),
  registration: () => import("./areas/registration.ts").then((it) => bring(TAG, it.registrationWords)),
  release: () => import("./areas/release.ts").then((it) => bring(TAG, it.releaseWords)),
  status: () => import("./areas/status.ts").then((it) => bring(TAG, it.statusWords)),
  desk: () => import("./areas/desk.ts").then((it) => bring(TAG, it.deskWords)),
  editor: () => import("./areas/editor.ts").then((it) => bring(TAG, it.editorWords)),
  camp: () => import("./areas/camp.ts").then((it) => bring(TAG, it.campWords)),
  campPage: () => import("./areas/camp-page.ts").then((it) => bring(TAG, it.campPageWords)),
  crew: () => import("./areas/crew.ts").then((it) => bring(TAG, it.crewWords)),
  rota: () => import("./areas/rota.ts").then((it) => bring(TAG, it.rotaWords)),
  helping: () => import("./areas/helping.ts").then((it) => bring(TAG, it.helpingWords)),
  heads: () => import("./areas/heads.ts").then((it) => bring(TAG, it.headsWords)),
  repair: () => import("./areas/repair.ts").then((it) => bring(TAG, it.repairWords)),
  demo: () => import("./areas/demo.ts").then((it) => bring(TAG, it.demoWords)),
  imports: () => import("./areas/import.ts").then((it) => bring(TAG, it.importsWords)),
  me: () => import("./areas/me.ts").then((it) => bring(TAG, it.meWords)),
  people: () => import("./areas/people.ts").then((it) => bring(TAG, it.peopleWords)),
  pitches: () => import("./areas/pitches.ts").then((it) => bring(TAG, it.pitchesWords)),
  unsubscribe: () => import("./areas/unsubscribe.ts").then((it) => bring(TAG, it.unsubscribeWords)),
  feeds: () => import("./areas/feeds.ts").then((it) => bring(TAG, it.feedsWords)),
  groupMail: () => import("./areas/group-mail.ts").then((it) => bring(TAG, it.groupMailWords)),
  design: () => import("./areas/design.ts").then((it) => bring(TAG, it.designWords)),
};
