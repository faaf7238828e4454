import { unsubscribe } from "../unsubscribe.ts";

export const unsubscribeWords = { unsubscribe };
