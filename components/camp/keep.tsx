/** What of a camp is kept in one file, said before somebody has it. */
import { ButtonLink } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("archive").desk;

type KeepCampProps = {
  slug: string;
  /** Whether everybody can see the camp, so that there is something to keep. */
  ready: boolean;
};

export function KeepCamp({ slug, ready }: KeepCampProps) {
  if (!ready) return <Empty title={words.notYet}>{words.lede}</Empty>;
  return (
    <>
      <p>{words.lede}</p>
      <p>{words.left}</p>
      <p>{words.same}</p>
      <p>
        <ButtonLink icon="download" href={`/live/${slug}/archive`} download>
          {words.download}
        </ButtonLink>
      </p>
      <p>
        {words.shell} <code translate="no">{`npm run export -- --event ${slug}`}</code>
      </p>
    </>
  );
}
