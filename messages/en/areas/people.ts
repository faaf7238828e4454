import { people } from "../people.ts";
import { peopleView } from "../people-view.ts";
import { release } from "../release.ts";

export const peopleWords = { people, peopleView, release };
