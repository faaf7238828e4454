import { z } from "zod";

/** The most that a version's number can be. */
const MOST = 2_147_483_646;

const number = z.coerce.number().int().positive().max(MOST).optional().catch(undefined);

/** A version to begin from, and the one before which older ones are listed. What is no number asks for none. */
export const asked = z.object({ from: number, before: number });
