import { asked } from "../asked.ts";
import { sessionRequest } from "../session-request.ts";

export const askingWords = { asked, sessionRequest };
