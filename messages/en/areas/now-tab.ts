import { event } from "../event.ts";
import { grid } from "../grid.ts";

export const nowTabWords = { event, grid };
