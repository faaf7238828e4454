/** Mails about when and where something is by now: the camp, or a task of its rota. */
import type { MailFacts } from "#domain/mail-facts.ts";
import { localAt } from "#domain/time/local.ts";
import { env } from "#env.ts";
import { list } from "#messages/counts.ts";
import { dates, doors, longDay, nightRange } from "#messages/format.ts";
import type { CampFacts, ChangeFacts, Written } from "#messages/mail-facts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const words = wordsOf("mail");

export function writeRota({ slug, begins, ends, zone, ...facts }: MailFacts["rota_changed"]): Written {
  const place = { locale: readerLocale(), zone };
  return words.rota_changed({
    ...facts,
    when: nightRange(begins, ends, place),
    link: `${env().ORIGIN}/e/${slug}/rota`,
  });
}

/** When a camp is by the facts of a mail. */
function whenOf({ days, zone }: { days: string; zone: string }) {
  const where = { locale: readerLocale(), zone };
  const all = days.split(" ");
  return { date: dates(all, where), doors: doors(all, where) };
}

export function writeTakesPlace(facts: MailFacts["takes_place"], own: CampFacts): Written {
  const { halted, asked, days, wasDays } = facts;
  const moved = days !== wasDays;
  return words.takes_place({ ...own, ...whenOf(facts), halted, asked: asked === "yes", moved });
}

export function writeCrewHalted({ slug, ...facts }: MailFacts["crew_halted"]): Written {
  return words.crew_halted({ ...facts, ...whenOf(facts), link: `${env().ORIGIN}/e/${slug}` });
}

/** The days that a camp had before, as a calendar knows them; none where a mail says nothing of them. */
export function daysBefore({ wasDays, wasZone }: { wasDays?: string; wasZone?: string }) {
  if (!wasDays || !wasZone) return [];
  return wasDays.split(" ").map((startsAt) => {
    return { date: localAt(Date.parse(startsAt), wasZone).day, startsAt, endsAt: null };
  });
}

/** What differs between the two sides of the facts, each in its own zone. */
export function changesIn(facts: MailFacts["camp_changed"]): ChangeFacts["changes"] {
  const side = (days: string, zone: string, place: string) => {
    const where = { locale: readerLocale(), zone };
    const all = days.split(" ");
    return {
      date: list(
        all.map((at) => longDay(at, where)),
        where.locale,
      ),
      doors: doors(all, where),
      place,
      zone,
    };
  };
  const was = side(facts.wasDays, facts.wasZone, facts.wasPlace);
  const is = side(facts.days, facts.zone, facts.place);
  const kinds = ["date", "doors", "place", "zone"] as const;
  return kinds
    .filter((what) => was[what] !== is[what])
    .map((what) => ({ what, was: was[what], is: is[what] }));
}
