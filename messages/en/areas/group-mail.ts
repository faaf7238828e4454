import { groupMail } from "../group-mail.ts";
import { mailLog } from "../mail-log.ts";

export const groupMailWords = { groupMail, mailLog };
