import { grid } from "../grid.ts";

export const gridTabWords = { grid };
