import { Card, Stack } from "#components/ui/card.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { RoomName } from "#components/ui/room.tsx";
import { ConnectionState } from "#components/ui/status.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "../design.module.css";
import { SampleTabs } from "../tabs.tsx";

const common = wordsOf("common");
const design = wordsOf("design");

const { now, pitches, tags } = design;

export default function Page() {
  const [gritters, swaps, wrong] = pitches;
  return (
    <Phone
      hour={3}
      camp={design.camp}
      connection={<ConnectionState state="offline">{common.connection.offline}</ConnectionState>}
      tabs={<SampleTabs current="now" />}
    >
      <Heading above={design.wall.slot} title={now.title} />
      <Stack>
        <Card
          above={
            <>
              <RoomName letter="B">{gritters?.room}</RoomName> <Tag>{tags.good}</Tag>
            </>
          }
          title={gritters?.title}
        >
          {now.until}
        </Card>
        <Card
          above={
            <>
              <RoomName letter="D">{wrong?.room}</RoomName> <Tag tone="bad">{tags.bad}</Tag>
            </>
          }
          title={wrong?.title}
        >
          {now.again}
        </Card>
      </Stack>
      <p className={styles.between}>
        <span>{now.next}</span> <span>{now.soon}</span>
      </p>
      <Card
        hour={4}
        above={
          <>
            <RoomName letter="A">{swaps?.room}</RoomName> <Tag>{tags.moved}</Tag>
          </>
        }
        title={swaps?.title}
      />
    </Phone>
  );
}
