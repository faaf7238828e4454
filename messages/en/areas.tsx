/** What a browser loads of this language: one file for each area, with the words its components ask for. */
import dynamic from "next/dynamic";
import { brought } from "../brought.ts";

export const areas = {
  common: dynamic(() => import("./areas/common.ts").then((it) => brought("en-GB", it.commonWords))),
  signIn: dynamic(() => import("./areas/sign-in.ts").then((it) => brought("en-GB", it.signInWords))),
  start: dynamic(() => import("./areas/start.ts").then((it) => brought("en-GB", it.startWords))),
  phone: dynamic(() => import("./areas/phone.ts").then((it) => brought("en-GB", it.phoneWords))),
  wall: dynamic(() => import("./areas/wall.ts").then((it) => brought("en-GB", it.wallWords))),
  pitching: dynamic(() => import("./areas/pitching.ts").then((it) => brought("en-GB", it.pitchingWords))),
  registration: dynamic(() =>
    import("./areas/registration.ts").then((it) => brought("en-GB", it.registrationWords)),
  ),
  status: dynamic(() => import("./areas/status.ts").then((it) => brought("en-GB", it.statusWords))),
  desk: dynamic(() => import("./areas/desk.ts").then((it) => brought("en-GB", it.deskWords))),
  agenda: dynamic(() => import("./areas/agenda.ts").then((it) => brought("en-GB", it.agendaWords))),
  camp: dynamic(() => import("./areas/camp.ts").then((it) => brought("en-GB", it.campWords))),
  crew: dynamic(() => import("./areas/crew.ts").then((it) => brought("en-GB", it.crewWords))),
  demo: dynamic(() => import("./areas/demo.ts").then((it) => brought("en-GB", it.demoWords))),
  imports: dynamic(() => import("./areas/import.ts").then((it) => brought("en-GB", it.importsWords))),
  me: dynamic(() => import("./areas/me.ts").then((it) => brought("en-GB", it.meWords))),
  people: dynamic(() => import("./areas/people.ts").then((it) => brought("en-GB", it.peopleWords))),
  pitches: dynamic(() => import("./areas/pitches.ts").then((it) => brought("en-GB", it.pitchesWords))),
  design: dynamic(() => import("./areas/design.ts").then((it) => brought("en-GB", it.designWords))),
};
