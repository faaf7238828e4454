/** The people of a demo camp. What they want is in ballots.ts. */

import { type Random, random } from "#domain/agenda/random.ts";
import { drawName } from "#domain/demo/names.ts";
import type { Answers, Needs } from "#domain/registration/answers.ts";

/** Where people work, in percent, as at camps of this kind, with employers who might send them. */
export const SECTORS: readonly { name: string; percent: number; organisations: string }[] = [
  {
    name: "Local government",
    percent: 46,
    organisations:
      "Sandwell Council, Leeds City Council, Cardiff Council, Shropshire Council, Calderdale Council, Cyngor Gwynedd, Fife Council, Norfolk County Council, Bristol City Council, London Borough of Hackney, Wakefield Council, Cornwall Council, Dudley Council, Essex County Council, Moray Council, Stockport Council, Swansea Council, Kirklees Council, Derry City and Strabane",
  },
  {
    name: "Central government",
    percent: 31,
    organisations:
      "Department for Transport, DVLA, HM Revenue & Customs, Department for Education, Defra, Ministry of Justice, Environment Agency, Companies House, Welsh Government, Land Registry, Department for Work and Pensions, Met Office, Food Standards Agency, Home Office, Scottish Government",
  },
  {
    name: "Health, fire, police",
    percent: 15,
    organisations:
      "Severn Vale NHS Trust, Shropshire Fire and Rescue, West Midlands Police, North Moors Ambulance Service, Aneurin Bevan Health Board, Pennine Community Health, South Wales Fire and Rescue, Humber Police, HM Coastguard",
  },
  {
    name: "Charity or community",
    percent: 5,
    organisations:
      "Two Rivers Housing, Northgate Food Bank, Citizens Advice, The Reading Rooms, Saltmarsh Trust",
  },
  {
    name: "Somewhere else",
    percent: 3,
    organisations: "Freelance, University of Hull, Between jobs, A very small agency",
  },
];

/** Share of first-timers, in percent. Real camps have 70 to 80. */
const FIRST_TIME = 74;

const ACCESS = [
  "I lip-read, so a seat near the front, please.",
  "Step-free, and a door I can open myself.",
  "A quiet corner now and then.",
  "I bring an assistance dog called Biscuit.",
  "Large print, or the grid on my own screen.",
];

/** Who comes along with whoever needs that. */
const ALONG: Readonly<Record<string, string>> = {
  [ACCESS[0]!]: "A lipspeaker",
  [ACCESS[1]!]: "My personal assistant",
};

function needsOf(access: string): Told {
  const companionsNote = ALONG[access] ?? "";
  return { access, companions: companionsNote ? 1 : 0, companionsNote, accessAgreed: access !== "" };
}

type Told = Needs & Pick<Answers, "accessAgreed">;

export type DemoPerson = Told & {
  name: string;
  /** Unique, and at a domain that can never receive mail (RFC 2606). */
  email: string;
  sector: number;
  organisation: string;
  firstTime: boolean;
  photos: boolean;
};

export const NOWHERE = "demo.invalid";

/**
 * Makes people, no two with one name. Sectors and first-timers are dealt by quota, so that a small camp has the
 * shares of a big one. @param seed the same seed gives the same people
 */
export function makePeople(count: number, seed: number): DemoPerson[] {
  const dice = random(seed);
  const sectors = deal(
    SECTORS.map((sector) => sector.percent),
    count,
    dice,
  );
  const firstTimers = deal([100 - FIRST_TIME, FIRST_TIME], count, dice);
  const names = new Set<string>();
  while (names.size < count) {
    const { first, last } = drawName(dice);
    names.add(`${first} ${last}`);
  }
  return [...names].map((name, index) => ({
    name,
    email: `${asAddress(name)}@${NOWHERE}`,
    sector: sectors[index]!,
    organisation: pick(SECTORS[sectors[index]!]!.organisations.split(", "), dice),
    firstTime: firstTimers[index] === 1,
    ...needsOf(dice.below(14) === 0 ? pick(ACCESS, dice) : ""),
    photos: dice.below(9) > 0,
  }));
}

/** Which share each of `count` people falls into: whole numbers nearest to the percentages, shuffled. */
function deal(percents: readonly number[], count: number, dice: Random): number[] {
  const dealt: number[] = [];
  let sum = 0;
  percents.forEach((percent, share) => {
    sum += percent;
    while (dealt.length < Math.round((count * sum) / 100)) dealt.push(share);
  });
  for (let i = dealt.length - 1; i > 0; i--) {
    const j = dice.below(i + 1);
    [dealt[i], dealt[j]] = [dealt[j]!, dealt[i]!];
  }
  return dealt;
}

function pick<T>(items: readonly T[], dice: Random): T {
  return items[dice.below(items.length)]!;
}

/** "Siân ap Dafydd" is `sian.ap.dafydd`; a letter that has no plain form keeps its place as a number. */
function asAddress(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z -]/g, (letter) => letter.codePointAt(0)!.toString(16))
    .replaceAll(" ", ".");
}
