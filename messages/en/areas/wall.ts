import { announcements } from "../announcements.ts";
import { grid } from "../grid.ts";
import { halt } from "../halt.ts";
import { pitch } from "../pitch.ts";
import { voting } from "../voting.ts";
import { wall } from "../wall.ts";

export const wallWords = { announcements, halt, grid, pitch, voting, wall };
