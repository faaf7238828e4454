import { design } from "../design.ts";

export const designWords = { design };
