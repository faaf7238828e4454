import { groupMail } from "../group-mail.ts";

export const groupMailWords = { groupMail };
