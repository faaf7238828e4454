import { people } from "../people.ts";
import { pool } from "../pool.ts";
import { release } from "../release.ts";

export const peopleWords = { people, pool, release };
