import { announcements } from "../announcements.ts";
import { halt } from "../halt.ts";
import { pitch } from "../pitch.ts";
import { pitchList } from "../pitch-list.ts";
import { star } from "../star.ts";
import { telling } from "../telling.ts";
import { voting } from "../voting.ts";
import { yourTurn } from "../your-turn.ts";

export const phoneWords = { announcements, halt, pitch, pitchList, star, telling, voting, yourTurn };
