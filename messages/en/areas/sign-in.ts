import { asked } from "../asked.ts";
import { signIn } from "../sign-in.ts";

export const signInWords = { asked, signIn };
