/** The four demo camps: what each is called, when in its life it is shown, and who came. */
import { CANAL } from "#domain/demo/canal.ts";
import type { Moment } from "#domain/demo/day.ts";
import { FELL_WAYS } from "#domain/demo/fell.ts";
import { HARBOUR } from "#domain/demo/harbour.ts";
import type { DemoWays } from "#domain/demo/ways.ts";
import type { Phase } from "#domain/event.ts";
import type { Feature } from "#domain/room.ts";

export type DemoRoom = { name: string; capacity: number; features: Feature[] };

export type DemoCamp = {
  slug: string;
  name: string;
  strapline: string;
  place: string;
  phase: Phase;
  moment: Moment;
  capacity: number;
  confirmed: number;
  waiting: number;
  released: number;
  /** How many entered the draw that is open. */
  entered: number;
  /** How its places are given out; null where they are as they are asked for. */
  ways: DemoWays | null;
  /** How many of the confirmed are here, and how many of those raise hands. */
  here: number;
  voters: number;
  rooms: readonly DemoRoom[];
  /** A table of ideas, the most wanted first; empty before the day. */
  ideas: string;
  /** How many pitches have been said out loud, the oldest first. */
  said: number;
  /** Asks equality questions, which some of those here have answered. */
  asksEquality?: true;
  seed: number;
};

const MILL_ROOMS: readonly DemoRoom[] = [
  { name: "Weaving shed", capacity: 130, features: ["step_free", "screen", "loop"] },
  { name: "Dye house", capacity: 60, features: ["step_free", "screen", "loop"] },
  { name: "Counting room", capacity: 45, features: ["step_free", "screen"] },
  { name: "Wool store", capacity: 40, features: ["screen"] },
  { name: "Boiler room", capacity: 35, features: ["step_free", "screen"] },
  { name: "Pattern room", capacity: 30, features: ["screen", "quiet"] },
  { name: "Gatehouse", capacity: 24, features: ["step_free", "quiet"] },
  { name: "Loft", capacity: 20, features: [] },
];

const FELL_ROOMS: readonly DemoRoom[] = [
  { name: "Great barn", capacity: 120, features: ["step_free", "screen", "loop"] },
  { name: "Shearing floor", capacity: 60, features: ["step_free", "screen"] },
  { name: "Dairy", capacity: 45, features: ["step_free", "screen", "loop"] },
  { name: "Hayloft", capacity: 40, features: ["screen"] },
  { name: "Tack room", capacity: 30, features: ["step_free", "quiet"] },
  { name: "Orchard tent", capacity: 30, features: ["step_free"] },
  { name: "Farm kitchen", capacity: 24, features: ["step_free"] },
  { name: "Bothy", capacity: 18, features: ["quiet"] },
];

const CANAL_ROOMS: readonly DemoRoom[] = [
  { name: "Wharf hall", capacity: 130, features: ["step_free", "screen", "loop"] },
  { name: "Ironworks", capacity: 60, features: ["step_free", "screen", "loop"] },
  { name: "Roundhouse", capacity: 45, features: ["step_free", "screen"] },
  { name: "Boatman’s", capacity: 40, features: ["screen"] },
  { name: "Stables", capacity: 35, features: ["step_free", "screen"] },
  { name: "Toll office", capacity: 30, features: ["step_free", "quiet"] },
  { name: "Lock keeper’s", capacity: 24, features: ["quiet"] },
  { name: "Towpath tent", capacity: 20, features: ["step_free"] },
];

const HARBOUR_ROOMS: readonly DemoRoom[] = [
  { name: "Quayside hall", capacity: 130, features: ["step_free", "screen", "loop"] },
  { name: "Chart room", capacity: 60, features: ["step_free", "screen", "loop"] },
  { name: "Sail loft", capacity: 45, features: ["screen"] },
  { name: "Boathouse", capacity: 40, features: ["step_free", "screen"] },
  { name: "Engine room", capacity: 35, features: ["step_free", "screen"] },
  { name: "Lamp room", capacity: 30, features: ["step_free", "quiet"] },
  { name: "Purser’s office", capacity: 24, features: ["step_free", "quiet"] },
  { name: "Galley", capacity: 20, features: ["step_free"] },
];

export const CAMPS: readonly DemoCamp[] = [
  {
    slug: "millcamp",
    name: "Millcamp",
    strapline: "A day for people who explain things for a living",
    place: "The Old Mill, Leeds",
    phase: "tickets",
    moment: "weeks_before",
    capacity: 130,
    confirmed: 130,
    waiting: 212,
    released: 11,
    entered: 0,
    ways: null,
    here: 0,
    voters: 0,
    rooms: MILL_ROOMS,
    ideas: "",
    said: 0,
    seed: 130,
  },
  {
    slug: "fellcamp",
    name: "Fellcamp",
    strapline: "Small places, big services, and the people who run both",
    place: "Low Wood Barns, Kendal",
    phase: "tickets",
    moment: "weeks_before",
    capacity: 120,
    confirmed: 60,
    waiting: 0,
    released: 3,
    entered: 96,
    ways: FELL_WAYS,
    here: 0,
    voters: 0,
    rooms: FELL_ROOMS,
    ideas: "",
    said: 0,
    seed: 4,
  },
  {
    slug: "canalcamp",
    name: "Canalcamp",
    strapline: "Public service comms, by the people who do it",
    place: "The Wharf, Birmingham",
    phase: "pitching",
    moment: "pitching",
    capacity: 130,
    confirmed: 128,
    waiting: 31,
    released: 17,
    entered: 0,
    ways: null,
    here: 109,
    voters: 96,
    rooms: CANAL_ROOMS,
    ideas: CANAL,
    said: 31,
    asksEquality: true,
    seed: 1,
  },
  {
    slug: "harbourcamp",
    name: "Harbourcamp",
    strapline: "Digital, design and plain words for public good",
    place: "The Old Harbour Office, Bristol",
    phase: "sessions",
    moment: "third_slot",
    capacity: 150,
    confirmed: 146,
    waiting: 24,
    released: 22,
    entered: 0,
    ways: null,
    here: 121,
    voters: 112,
    rooms: HARBOUR_ROOMS,
    ideas: HARBOUR,
    said: 40,
    seed: 1,
  },
];

/** The one who may do everything at every demo camp, and the one who helps. */
export const CREW = [
  { name: "Morag Sinclair", email: "organiser@demo.invalid", role: "organiser" },
  { name: "Dev Chaudhary", email: "campmaker@demo.invalid", role: "campmaker" },
] as const;
