import { camp } from "../camp.ts";
import { release } from "../release.ts";
import { room } from "../room.ts";

export const campWords = { camp, release, room };
