import { asked } from "../asked.ts";
import { passkey } from "../passkey.ts";
import { signIn } from "../sign-in.ts";

export const signInWords = { asked, passkey, signIn };
