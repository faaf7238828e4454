import { announcements } from "../announcements.ts";
import { event } from "../event.ts";
import { grid } from "../grid.ts";
import { pitch } from "../pitch.ts";
import { voting } from "../voting.ts";
import { yourTurn } from "../your-turn.ts";

export const phoneWords = { announcements, event, grid, pitch, voting, yourTurn };
