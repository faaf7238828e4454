import { asked } from "../asked.ts";
import { release } from "../release.ts";

export const releaseWords = { asked, release };
