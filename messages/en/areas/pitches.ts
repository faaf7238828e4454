import { audience } from "../audience.ts";
import { compere } from "../compere.ts";
import { pitch } from "../pitch.ts";
import { pitchDesk } from "../pitch-desk.ts";
import { pitchForm } from "../pitch-form.ts";
import { pitchMerging } from "../pitch-merging.ts";
import { pitchReport } from "../pitch-report.ts";

export const pitchesWords = {
  audience,
  compere,
  pitch,
  pitchDesk,
  pitchForm,
  pitchMerging,
  pitchReport,
};
