import { people } from "../people.ts";
import { peopleImport } from "../people-import.ts";
import { release } from "../release.ts";

export const peopleWords = { people, peopleImport, release };
