/** Apart from the rules that a phone needs, because it has no use for those of a registration. */
import { TAKES_PART } from "#domain/registration.ts";

/** Whose hands count: those of people with a place. */
export const MAY_RAISE = TAKES_PART;
