import { people } from "../people.ts";
import { release } from "../release.ts";

export const peopleWords = { people, release };
