import { badge } from "../badge.ts";
import { crewNote } from "../crew-note.ts";
import { handOffer } from "../hand-offer.ts";
import { merging } from "../merging.ts";
import { people } from "../people.ts";
import { peopleImport } from "../people-import.ts";
import { peopleView } from "../people-view.ts";
import { personAdd } from "../person-add.ts";
import { pool } from "../pool.ts";
import { release } from "../release.ts";

export const peopleWords = {
  badge,
  crewNote,
  handOffer,
  merging,
  people,
  peopleImport,
  peopleView,
  personAdd,
  pool,
  release,
};
