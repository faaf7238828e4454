import { asked } from "../asked.ts";
import { pitchHosts } from "../pitch-hosts.ts";

export const hostingWords = { asked, pitchHosts };
