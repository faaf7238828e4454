import { halt } from "../halt.ts";
import { haltDesk } from "../halt-desk.ts";

export const haltingWords = { halt, haltDesk };
