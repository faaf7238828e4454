import { crewNote } from "../crew-note.ts";
import { handOffer } from "../hand-offer.ts";
import { merging } from "../merging.ts";
import { people } from "../people.ts";
import { peopleView } from "../people-view.ts";
import { release } from "../release.ts";

export const peopleWords = { crewNote, handOffer, merging, people, peopleView, release };
