import { sql } from "drizzle-orm";
import { event } from "#db/schema/event.ts";
import { reconfirmation } from "#db/schema/reconfirmation.ts";
import { registration } from "#db/schema/registration.ts";

/** Whether somebody was asked if they come on the day that their camp has now, and said nothing: `silent` of `expectedOf`. */
export const silent = sql<boolean>`exists (select from ${reconfirmation}
  join ${event} on ${event.id} = ${reconfirmation.eventId} and ${event.day} = ${reconfirmation.day}
  where ${reconfirmation.registrationId} = ${registration.id} and ${reconfirmation.answer} is null)`;
