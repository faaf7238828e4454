import { pitch } from "../pitch.ts";
import { pitchForm } from "../pitch-form.ts";
import { pitchReport } from "../pitch-report.ts";

export const pitchingWords = { pitch, pitchForm, pitchReport };
