import { pitch } from "../pitch.ts";
import { pitchForm } from "../pitch-form.ts";
import { voting } from "../voting.ts";

export const pitchingWords = { pitch, pitchForm, voting };
