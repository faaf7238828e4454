import { asked } from "../asked.ts";
import { feedback } from "../feedback.ts";

export const feedbackWords = { asked, feedback };
