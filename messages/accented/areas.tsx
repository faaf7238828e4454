/** What a browser loads of the accented language: the English of an area, and what makes it so. */
import dynamic from "next/dynamic";
import { brought } from "../brought.ts";
import type { Messages } from "../en.ts";

/** The tag it goes by: what `Intl` writes for it is Greek, so that a date in English is seen too. */
const TAG = "el-x-accented";

async function made(words: Partial<Messages>) {
  const { accentedWords } = await import("./accent.ts");
  return brought(TAG, accentedWords(words));
}

export const areas = {
  common: dynamic(() => import("../en/areas/common.ts").then((it) => made(it.commonWords))),
  signIn: dynamic(() => import("../en/areas/sign-in.ts").then((it) => made(it.signInWords))),
  start: dynamic(() => import("../en/areas/start.ts").then((it) => made(it.startWords))),
  phone: dynamic(() => import("../en/areas/phone.ts").then((it) => made(it.phoneWords))),
  wall: dynamic(() => import("../en/areas/wall.ts").then((it) => made(it.wallWords))),
  pitching: dynamic(() => import("../en/areas/pitching.ts").then((it) => made(it.pitchingWords))),
  registration: dynamic(() => import("../en/areas/registration.ts").then((it) => made(it.registrationWords))),
  status: dynamic(() => import("../en/areas/status.ts").then((it) => made(it.statusWords))),
  desk: dynamic(() => import("../en/areas/desk.ts").then((it) => made(it.deskWords))),
  agenda: dynamic(() => import("../en/areas/agenda.ts").then((it) => made(it.agendaWords))),
  camp: dynamic(() => import("../en/areas/camp.ts").then((it) => made(it.campWords))),
  crew: dynamic(() => import("../en/areas/crew.ts").then((it) => made(it.crewWords))),
  imports: dynamic(() => import("../en/areas/import.ts").then((it) => made(it.importsWords))),
  people: dynamic(() => import("../en/areas/people.ts").then((it) => made(it.peopleWords))),
  pitches: dynamic(() => import("../en/areas/pitches.ts").then((it) => made(it.pitchesWords))),
  design: dynamic(() => import("../en/areas/design.ts").then((it) => made(it.designWords))),
};
