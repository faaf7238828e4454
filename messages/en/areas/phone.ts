import { event } from "../event.ts";
import { grid } from "../grid.ts";
import { pitch } from "../pitch.ts";
import { voting } from "../voting.ts";

export const phoneWords = { event, grid, pitch, voting };
