import { Banner, type BannerTone } from "#components/ui/banner.tsx";
import { Button, ButtonLink, Buttons } from "#components/ui/button.tsx";
import { Card, Stack } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Hand, type HandState } from "#components/ui/hand.tsx";
import { RoomName } from "#components/ui/room.tsx";
import { ConnectionState } from "#components/ui/status.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { count } from "#messages/counts.ts";
import { perLanguage, readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./design.module.css";
import { DialogSample } from "./dialog.tsx";
import { Section } from "./section.tsx";

const common = wordsOf("common");
const design = wordsOf("design");

const { sample, sections, tags } = design;
const tones: readonly BannerTone[] = ["info", "good", "wait", "bad", "offline"];
const hands = perLanguage((): readonly { up: boolean; state: HandState; note?: string }[] => [
  { up: false, state: "saved" },
  { up: true, state: "saved" },
  { up: true, state: "sending", note: sample.onItsWay },
  { up: true, state: "queued", note: sample.queued },
  { up: false, state: "queued", note: sample.queued },
  { up: true, state: "closed", note: sample.voted },
  { up: false, state: "closed", note: sample.voted },
]);

export function ActionSections() {
  return (
    <>
      <Section id="buttons" title={sections.buttons}>
        <Buttons>
          <Button>{sample.publish}</Button>
          <Button kind="quiet" icon="undo">
            {sample.undo}
          </Button>
        </Buttons>
        <Buttons>
          <Button kind="danger">{sample.remove}</Button>
          <Button pending>{sample.sending}</Button>
          <Button disabled>{sample.closed}</Button>
        </Buttons>
        <Button wide>{sample.give}</Button>
        <ButtonLink href="#buttons" kind="quiet" icon="calendar" wide>
          {sample.calendar}
        </ButtonLink>
      </Section>
      <Section id="cards" title={sections.cards}>
        <Card title={design.pitches[0]?.title} level={3}>
          {design.pitches[0]?.line}
        </Card>
        <Card
          title={design.pitches[2]?.title}
          level={3}
          above={
            <>
              <RoomName letter="D">{design.pitches[2]?.room}</RoomName> <Tag tone="bad">{tags.bad}</Tag>
            </>
          }
        >
          {design.now.again}
        </Card>
        <Card title={design.pitches[1]?.title} level={3} hour={4} above={<Tag>{tags.moved}</Tag>}>
          {design.pitches[1]?.line}
        </Card>
        <Card title={design.banners.good.title} level={3} tone="good">
          {design.banners.good.body}
        </Card>
        <Card title={design.banners.wait.title} level={3} tone="wait">
          {design.banners.wait.body}
        </Card>
        <Card title={design.banners.bad.title} level={3} tone="bad">
          {design.banners.bad.body}
        </Card>
        <div className={styles.swatches}>
          <Tag>{tags.plain}</Tag>
          <Tag tone="good">{tags.good}</Tag>
          <Tag tone="wait">{tags.wait}</Tag>
          <Tag tone="bad">{tags.bad}</Tag>
        </div>
      </Section>
      <Section id="hands" title={sections.hands}>
        {hands().map((hand) => (
          <Hand
            key={`${hand.up} ${hand.state}`}
            {...hand}
            label={sample.come}
            count={count(hand.up ? 41 : 1, sample.hands, readerLocale())}
          />
        ))}
      </Section>
      <Section id="banners" title={sections.banners}>
        <div>
          {tones.map((tone) => (
            <Banner key={tone} tone={tone} title={design.banners[tone].title}>
              <p>{design.banners[tone].body}</p>
            </Banner>
          ))}
        </div>
        <Stack>
          <Empty title={design.empty.title} action={<Button>{design.empty.action}</Button>}>
            {design.empty.body}
          </Empty>
          {(["live", "connecting", "offline"] as const).map((state) => (
            <ConnectionState key={state} state={state}>
              {common.connection[state]}
            </ConnectionState>
          ))}
        </Stack>
      </Section>
      <Section id="dialog" title={sections.dialog}>
        <DialogSample />
      </Section>
    </>
  );
}
