import { asked } from "../asked.ts";
import { pitchReport } from "../pitch-report.ts";

export const reportingWords = { asked, pitchReport };
