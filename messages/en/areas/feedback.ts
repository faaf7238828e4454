import { feedback } from "../feedback.ts";

export const feedbackWords = { feedback };
