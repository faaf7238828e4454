import { grid } from "../grid.ts";
import { pitch } from "../pitch.ts";
import { voting } from "../voting.ts";
import { wall } from "../wall.ts";

export const wallWords = { grid, pitch, voting, wall };
