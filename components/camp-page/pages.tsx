/** A camp's own pages as everybody reads them. */
import { RichBlocks } from "#components/rich-text/rich-text.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { worded } from "#components/ui/words.tsx";
import { CAMP_PAGES, type CampPage } from "#domain/camp-page.ts";
import type { ContactView } from "#domain/contact.ts";
import type { Rich } from "#domain/rich-text.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./camp-page.module.css";

const words = wordsOf("campPage");

/** The list of them. */
export function CampPages({ slug, name }: { slug: string; name: string }) {
  return (
    <>
      <Heading above={name} title={words.title}>
        {words.lede}
      </Heading>
      <ul className={styles.pages}>
        {CAMP_PAGES.map((page) => (
          <li key={page}>
            <a href={`/e/${slug}/about/${page}`}>{words.titles[page]}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

type OnePageProps = {
  slug: string;
  page: CampPage;
  blocks: readonly Rich[];
  /** Who is named; null on a page that names nobody. */
  contacts: readonly ContactView[] | null;
};

export function OneCampPage({ slug, page, blocks, contacts }: OnePageProps) {
  return (
    <>
      <Heading title={words.titles[page]} />
      <div className={styles.text}>
        <RichBlocks blocks={blocks} heading="h2" />
      </div>
      {contacts ? <Contacts slug={slug} contacts={contacts} /> : null}
      <nav className={styles.foot}>
        <a href={`/e/${slug}/about`}>{words.all}</a>
      </nav>
    </>
  );
}

function Contacts({ slug, contacts }: { slug: string; contacts: readonly ContactView[] }) {
  return (
    <section className={styles.people}>
      <h2>{words.contacts.title}</h2>
      {contacts.length === 0 ? (
        <p>{words.contacts.none}</p>
      ) : (
        <>
          <ul className={styles.contacts}>
            {contacts.map(({ id, name }) => (
              <li key={id}>{worded(name)}</li>
            ))}
          </ul>
          <ButtonLink wide href={`/e/${slug}/concern`}>
            {words.contacts.tell}
          </ButtonLink>
        </>
      )}
    </section>
  );
}
