import { webhooks } from "../webhooks.ts";

export const feedsWords = { webhooks };
