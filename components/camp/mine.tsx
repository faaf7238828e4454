import { pagerFor } from "#components/event/pages.ts";
import { Years } from "#components/event/years.tsx";
import { Button } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Link } from "#components/ui/link.tsx";
import { Pager } from "#components/ui/pager.tsx";
import type { Page } from "#domain/paging.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./camps.module.css";
import { type CampInList, Camps } from "./camps.tsx";

const { mine: words } = wordsOf("camp");

type MyCampsProps = {
  list: Page<CampInList & { attending: boolean }>;
  /** What they look for; empty for what is on or coming, or what was in a year. */
  find: string;
  year: number | null;
  /** Those in which there were camps of theirs. */
  years: readonly number[];
};

/** A page of somebody's camps: those they run, then those they only come to. */
export function MyCamps({ list, find, year, years }: MyCampsProps) {
  const title = find ? words.found(find) : year === null ? null : words.of(String(year));
  const running = list.items.filter(({ roles }) => roles);
  const attending = list.items.filter((it) => it.attending).map((it) => ({ ...it, roles: null }));
  const many = years.length > 0 || list.more || list.page > 1 || find !== "";
  return (
    <>
      {many ? <FindCamp find={find} /> : null}
      {title ? <h2 className={styles.title}>{title}</h2> : null}
      {list.items.length === 0 ? <Empty title={find ? words.nobody.found : words.nobody.coming} /> : null}
      {running.length > 0 ? <Camps camps={running} /> : null}
      {attending.length > 0 ? <Camps title={words.attending} camps={attending} /> : null}
      <Pager {...pagerFor(list, (page, which) => addressOf({ find, year, which: page > 1 ? which : "" }))} />
      {title ? (
        <p>
          <Link href="/desk">{words.coming}</Link>
        </p>
      ) : null}
      <Years
        years={years}
        at={(one) => addressOf({ find: "", year: one, which: "" })}
        {...(year !== null && { current: year })}
      />
    </>
  );
}

/** What somebody calls their camps is nothing personal, and may be in an address. */
function FindCamp({ find }: { find: string }) {
  return (
    <search>
      <form action="/desk" className={styles.find}>
        <TextField name="find" type="search" label={words.find} defaultValue={find} autoComplete="off" />
        <Button type="submit" kind="quiet">
          {words.finding}
        </Button>
      </form>
    </search>
  );
}

/** @param which of the pages, as `pagerFor` says it; empty for the first */
function addressOf({ find, year, which }: { find: string; year: number | null; which: string }): string {
  const asked = new URLSearchParams(which);
  if (find) asked.set("find", find);
  else if (year !== null) asked.set("year", String(year));
  return asked.size > 0 ? `/desk?${asked}` : "/desk";
}
