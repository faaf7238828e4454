import { announcementsDesk } from "../announcements-desk.ts";
import { asked } from "../asked.ts";
import { beforeTickets } from "../before-tickets.ts";
import { checklist } from "../checklist.ts";
import { desk } from "../desk.ts";
import { event } from "../event.ts";

export const deskWords = { announcementsDesk, asked, beforeTickets, checklist, desk, event };
