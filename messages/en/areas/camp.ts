import { camp } from "../camp.ts";
import { room } from "../room.ts";

export const campWords = { camp, room };
