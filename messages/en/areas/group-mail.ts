import { groupMail } from "../group-mail.ts";
import { letterWords } from "../letters.ts";
import { mailLog } from "../mail-log.ts";

export const groupMailWords = { groupMail, letterWords, mailLog };
