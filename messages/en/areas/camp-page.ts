import { asked } from "../asked.ts";
import { campPage } from "../camp-page.ts";
import { groupMail } from "../group-mail.ts";

export const campPageWords = { asked, campPage, groupMail };
