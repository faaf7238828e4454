/** What a browser loads of this language: one file for each area, with the words its components ask for. */
import { lazy } from "react";
import { brought } from "../brought.ts";

/** The tag it goes by in `messages/languages.ts`. */
const TAG = "en-GB";

export const areas = {
  common: lazy(() => import("./areas/common.ts").then((it) => brought(TAG, it.commonWords))),
  signIn: lazy(() => import("./areas/sign-in.ts").then((it) => brought(TAG, it.signInWords))),
  start: lazy(() => import("./areas/start.ts").then((it) => brought(TAG, it.startWords))),
  phone: lazy(() => import("./areas/phone.ts").then((it) => brought(TAG, it.phoneWords))),
  wall: lazy(() => import("./areas/wall.ts").then((it) => brought(TAG, it.wallWords))),
  pitching: lazy(() => import("./areas/pitching.ts").then((it) => brought(TAG, it.pitchingWords))),
  hosting: lazy(() => import("./areas/hosting.ts").then((it) => brought(TAG, it.hostingWords))),
  reporting: lazy(() => import("./areas/reporting.ts").then((it) => brought(TAG, it.reportingWords))),
  registration: lazy(() =>
    import("./areas/registration.ts").then((it) => brought(TAG, it.registrationWords)),
  ),
  release: lazy(() => import("./areas/release.ts").then((it) => brought(TAG, it.releaseWords))),
  status: lazy(() => import("./areas/status.ts").then((it) => brought(TAG, it.statusWords))),
  desk: lazy(() => import("./areas/desk.ts").then((it) => brought(TAG, it.deskWords))),
  editor: lazy(() => import("./areas/editor.ts").then((it) => brought(TAG, it.editorWords))),
  camp: lazy(() => import("./areas/camp.ts").then((it) => brought(TAG, it.campWords))),
  crew: lazy(() => import("./areas/crew.ts").then((it) => brought(TAG, it.crewWords))),
  demo: lazy(() => import("./areas/demo.ts").then((it) => brought(TAG, it.demoWords))),
  imports: lazy(() => import("./areas/import.ts").then((it) => brought(TAG, it.importsWords))),
  me: lazy(() => import("./areas/me.ts").then((it) => brought(TAG, it.meWords))),
  people: lazy(() => import("./areas/people.ts").then((it) => brought(TAG, it.peopleWords))),
  pitches: lazy(() => import("./areas/pitches.ts").then((it) => brought(TAG, it.pitchesWords))),
  unsubscribe: lazy(() => import("./areas/unsubscribe.ts").then((it) => brought(TAG, it.unsubscribeWords))),
  groupMail: lazy(() => import("./areas/group-mail.ts").then((it) => brought(TAG, it.groupMailWords))),
  design: lazy(() => import("./areas/design.ts").then((it) => brought(TAG, it.designWords))),
};
