import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink, Buttons } from "#components/ui/button.tsx";
import { wordsOf } from "#messages/words.ts";

const { noPlace: words } = wordsOf("writeUp").mine;

/** For whoever holds no place here. @param back the page they wanted */
export function NoPlace({ slug, back, signedIn }: { slug: string; back: string; signedIn: boolean }) {
  return (
    <Banner
      title={words.title}
      action={
        <Buttons>
          {signedIn ? null : <ButtonLink href={`/sign-in?next=${back}`}>{words.signIn}</ButtonLink>}
          <ButtonLink kind="quiet" href={`/e/${slug}/learned`}>
            {words.read}
          </ButtonLink>
        </Buttons>
      }
    >
      <p>{words.body}</p>
    </Banner>
  );
}
