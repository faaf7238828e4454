import { announcements } from "../announcements.ts";
import { event } from "../event.ts";
import { grid } from "../grid.ts";
import { pitch } from "../pitch.ts";
import { pitchList } from "../pitch-list.ts";
import { voting } from "../voting.ts";
import { yourTurn } from "../your-turn.ts";

export const phoneWords = { announcements, event, grid, pitch, pitchList, voting, yourTurn };
