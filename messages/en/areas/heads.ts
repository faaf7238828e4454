import { grid } from "../grid.ts";
import { heads } from "../heads.ts";
import { room } from "../room.ts";

export const headsWords = { grid, heads, room };
