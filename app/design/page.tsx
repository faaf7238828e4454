/** The contents of /design: every part in every state, and the way to the faces at their own size. */
import Link from "next/link";
import { design } from "#messages/en/design.ts";
import { ActionSections } from "./actions.tsx";
import styles from "./design.module.css";
import { FactSections } from "./facts.tsx";
import { FormSections } from "./forms.tsx";
import { LookSections } from "./look.tsx";

const faces = ["phone", "now", "grid", "form", "wrong", "door", "desk", "wall", "next"] as const;

export default function Page() {
  return (
    <main className={styles.page} id="main" tabIndex={-1}>
      <h1>{design.title}</h1>
      <p>{design.lede}</p>
      <nav className={styles.contents} aria-label={design.faces.title}>
        {faces.map((face) => (
          <Link key={face} href={`/design/${face}`}>
            {design.faces[face]}
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
