import { grid } from "../grid.ts";
import { room } from "../room.ts";
import { session } from "../session.ts";

export const sessionTabWords = { grid, room, session };
