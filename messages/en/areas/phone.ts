import { announcements } from "../announcements.ts";
import { pitch } from "../pitch.ts";
import { pitchList } from "../pitch-list.ts";
import { telling } from "../telling.ts";
import { voting } from "../voting.ts";
import { yourTurn } from "../your-turn.ts";

export const phoneWords = { announcements, pitch, pitchList, telling, voting, yourTurn };
