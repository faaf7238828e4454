/** How many are expected on the day, from what people said and from the crew's own past camps. */
import { and, count, eq } from "drizzle-orm";
import { countCompanions } from "#db/access.ts";
import type { Store } from "#db/connection.ts";
import { listTurnouts } from "#db/past-camps.ts";
import { reconfirmation } from "#db/schema/reconfirmation.ts";
import { registration } from "#db/schema/registration.ts";
import { type ExpectedPeople, type Forecast, forecast, type Turnout } from "#domain/forecast.ts";
import { expectedOf } from "#domain/registration/reconfirmation.ts";
import { TAKES_PART } from "#domain/registration.ts";

/** A forecast and what it rests on. */
export type Expecting = {
  forecast: Forecast;
  people: ExpectedPeople;
  /** How many come along with these. */
  companions: number;
  past: readonly Turnout[];
};

export async function readForecast(store: Store, camp: { id: string; day: string }): Promise<Expecting> {
  const asked = and(eq(reconfirmation.registrationId, registration.id), eq(reconfirmation.day, camp.day));
  const { answer } = reconfirmation;
  // At most one row for each answer there is, and for none.
  const rows = await store
    .select({ answer, asked: count(reconfirmation.askedAt), people: count() })
    .from(registration)
    .leftJoin(reconfirmation, asked)
    .where(and(eq(registration.eventId, camp.id), eq(registration.status, TAKES_PART)))
    .groupBy(answer);
  const people = { yes: 0, unsure: 0, silent: 0, unasked: 0 };
  for (const row of rows) {
    people[expectedOf({ askedAt: row.asked > 0 ? camp.day : null, answer: row.answer })] += row.asked;
    people.unasked += row.people - row.asked;
  }
  const past = await listTurnouts(store, camp);
  const { companions } = await countCompanions(store, camp.id);
  return { forecast: forecast(people, past), people, companions, past };
}
