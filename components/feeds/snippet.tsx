import { Button } from "#components/ui/button.tsx";
import { Chips } from "#components/ui/choice.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { TextArea, TextField } from "#components/ui/field.tsx";
import { EMBED_THEMES, type EmbedLook, embedQuery } from "#domain/embed.ts";
import { escaped } from "#domain/html.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./snippet.module.css";

const common = wordsOf("common");
const words = wordsOf("feeds").snippet;

type SnippetProps = {
  camp: { slug: string; name: string };
  origin: string;
  look: EmbedLook;
  /** What was typed as the accent, where it is no colour. */
  wrong: string | null;
};

const SANDBOX = "allow-popups allow-popups-to-escape-sandbox";
const HEIGHT = 640;

/** What to copy for another website, with how it looks there. Choosing sends a form that changes nothing. */
export function Snippet({ camp, origin, look, wrong }: SnippetProps) {
  const path = `/embed/${camp.slug}${embedQuery(look)}`;
  const title = words.frame(camp.name);
  const error = wrong === null ? undefined : words.accentWrong;
  return (
    <section className={styles.part} id="embed">
      <h2>{words.title}</h2>
      <p>{words.body}</p>
      {error ? (
        <ErrorSummary title={common.errorSummary} errors={[{ field: "accent", message: error }]} />
      ) : null}
      <form method="get" action="#embed" className={styles.look}>
        <Chips
          legend={words.theme}
          name="theme"
          options={[
            { value: "", label: words.themes.system },
            ...EMBED_THEMES.map((value) => ({ value, label: words.themes[value] })),
          ]}
          chosen={[look.theme ?? ""]}
        />
        <TextField
          label={words.accent}
          optional={words.optional}
          hint={words.accentHint}
          name="accent"
          maxLength={7}
          autoComplete="off"
          spellCheck={false}
          defaultValue={wrong ?? look.accent?.slice(1) ?? ""}
          error={error}
        />
        <Button type="submit" kind="quiet">
          {words.show}
        </Button>
      </form>
      <TextArea
        label={words.code}
        name="snippet"
        readOnly
        translate="no"
        rows={4}
        value={snippetOf(`${origin}${path}`, title)}
      />
      <h3>{words.preview}</h3>
      <iframe className={styles.preview} src={path} title={title} height={HEIGHT} sandbox={SANDBOX} />
    </section>
  );
}

const snippetOf = (address: string, title: string) =>
  `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="${HEIGHT}" loading="lazy" sandbox="${SANDBOX}"></iframe>`;
