/** What an organiser wrote, in a mail or on a page: a tree of our own, so that nothing else can be in it. */
import type { Inline, Rich } from "#domain/rich-text.ts";

type Heading = "h2" | "h4";

/** Text with a few marks. @param heading the level that goes with where it stands */
export function RichBlocks({ blocks, heading }: { blocks: readonly Rich[]; heading: Heading }) {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text never reorders
    <OneBlock key={index} block={block} heading={heading} />
  ));
}

function OneBlock({ block, heading: Title }: { block: Rich; heading: Heading }) {
  switch (block.kind) {
    case "rule":
      return <hr />;
    case "quote":
      return (
        <blockquote>
          <RichBlocks blocks={block.of} heading={Title} />
        </blockquote>
      );
    case "list":
      return block.from === null ? (
        <ul>{items(block.items, Title)}</ul>
      ) : (
        <ol start={block.from}>{items(block.items, Title)}</ol>
      );
    case "heading":
      return (
        <Title>
          <Line of={block.of} />
        </Title>
      );
    case "paragraph":
      return (
        <p>
          <Line of={block.of} />
        </p>
      );
  }
}

const items = (all: readonly (readonly Rich[])[], heading: Heading) =>
  all.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text never reorders
    <li key={index}>
      <RichBlocks blocks={item} heading={heading} />
    </li>
  ));

function Line({ of }: { of: readonly Inline[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a text never reorders
  return of.map((it, index) => <Word key={index} it={it} />);
}

function Word({ it }: { it: Inline }) {
  switch (it.kind) {
    case "text":
      return it.text;
    case "break":
      return <br />;
    case "link":
      return (
        <a href={it.to} rel="noreferrer">
          <Line of={it.of} />
        </a>
      );
    case "strong":
      return (
        <strong>
          <Line of={it.of} />
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <Line of={it.of} />
        </em>
      );
  }
}
