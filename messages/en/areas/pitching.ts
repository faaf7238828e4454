import { pitch } from "../pitch.ts";
import { pitchForm } from "../pitch-form.ts";

export const pitchingWords = { pitch, pitchForm };
