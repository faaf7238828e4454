import { consequence } from "../consequence.ts";
import { signIn } from "../sign-in.ts";

export const signInWords = { consequence, signIn };
