import { Link } from "#components/ui/link.tsx";
import { wordsOf } from "#messages/words.ts";
import { ActionSections } from "./actions.tsx";
import styles from "./design.module.css";
import { FactSections } from "./facts.tsx";
import { FormSections } from "./forms.tsx";
import { LookSections } from "./look.tsx";

const design = wordsOf("design");

const layouts = ["phone", "now", "grid", "form", "wrong", "check-in", "desk", "wall", "next"] as const;

export default function Page() {
  return (
    <main className={styles.page} id="main" tabIndex={-1}>
      <h1>{design.title}</h1>
      <p>{design.lede}</p>
      <nav className={styles.contents} aria-label={design.layouts.title}>
        {layouts.map((layout) => (
          <Link key={layout} href={`/design/${layout}`}>
            {design.layouts[layout]}
          </Link>
        ))}
      </nav>
      <nav className={styles.contents} aria-label={design.contents}>
        {Object.entries(design.sections).map(([id, title]) => (
          <a key={id} href={`#${id}`}>
            {title}
          </a>
        ))}
      </nav>
      <LookSections />
      <ActionSections />
      <FormSections />
      <FactSections />
    </main>
  );
}
