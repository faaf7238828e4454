/** What each part says to a browser and to a screen reader, as the server sends it. */
import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Bar, Ring, Shares } from "#components/ui/bar.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Chips, Choice } from "#components/ui/choice.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Hand } from "#components/ui/hand.tsx";
import { hourOf } from "#components/ui/hour.ts";
import { HourBand } from "#components/ui/hour-band.tsx";
import { RoomName } from "#components/ui/room.tsx";
import { Status } from "#components/ui/status.tsx";
import { Table } from "#components/ui/table.tsx";
import { Tabs } from "#components/ui/tabs.tsx";

/** Rendered as in a page, where links find the framework's router; nothing here is followed. */
const html = (part: ReactElement) =>
  renderToStaticMarkup(
    <AppRouterContext.Provider value={{} as AppRouterInstance}>{part}</AppRouterContext.Provider>,
  );

describe("a button", () => {
  test("does not send a form unless told to", () => {
    expect(html(<Button>Undo</Button>)).toContain('type="button"');
    expect(html(<Button type="submit">Undo</Button>)).toContain('type="submit"');
  });

  test("takes no second tap while pending, and stays where it is", () => {
    const pending = html(
      <Button type="submit" pending>
        Sending
      </Button>,
    );
    expect(pending).toContain('type="button"');
    expect(pending).toContain('aria-disabled="true"');
    expect(pending).not.toContain(" disabled");
  });

  test("that goes somewhere is a link", () => {
    expect(html(<ButtonLink href="/now">Now</ButtonLink>)).toMatch(/^<a [^>]*href="\/now"/);
  });
});

describe("a hand", () => {
  test("says whether it is up, and about what", () => {
    const up = html(<Hand up label="I’d come" count="41 hands" about="gritters" onToggle={() => {}} />);
    expect(up).toContain('aria-pressed="true"');
    expect(up).toContain('aria-describedby="gritters"');
    expect(up).toContain("41 hands");
  });

  test("without a listener it submits its form, so it works without JavaScript", () => {
    expect(html(<Hand up={false} label="I’d come" />)).toContain('type="submit"');
  });

  test("closed is said, and cannot be pressed", () => {
    const closed = html(<Hand up={false} state="closed" label="I’d come" note="Hands are closed" />);
    expect(closed).toContain('aria-disabled="true"');
    expect(closed).toContain('type="button"');
    expect(closed).toContain("Hands are closed");
  });
});

describe("a field", () => {
  const wrong = html(
    <TextField name="email" label="Your email" hint="We write once" error="Write an address" />,
  );

  test("is tied to its label, its hint and its error", () => {
    expect(wrong).toContain('<label class="_label');
    expect(wrong).toContain('for="email"');
    expect(wrong).toContain('aria-describedby="email-hint email-error"');
    expect(wrong).toContain('aria-invalid="true"');
    expect(wrong).toContain('id="email-error"');
  });

  test("says nothing of errors it does not have", () => {
    expect(html(<TextField name="email" label="Your email" />)).not.toMatch(/aria-(invalid|describedby)/);
  });
});

describe("a choice", () => {
  const options = [
    { value: "local", label: "Local government" },
    { value: "central", label: "Central government" },
  ];

  test("is a fieldset of radios, one chosen", () => {
    const one = html(<Choice name="work" legend="Where?" options={options} chosen={["central"]} />);
    expect(one.match(/type="radio"/g)).toHaveLength(2);
    expect(one).toMatch(/checked="" value="central"|value="central" checked=""/);
    expect(one).toContain("<legend");
  });

  test("of many is checkboxes, and where the error summary leads exists", () => {
    const many = html(<Chips name="needs" legend="Needs" options={options} many error="Choose one" />);
    expect(many.match(/type="checkbox"/g)).toHaveLength(2);
    expect(many).toContain('id="needs-first"');
    expect(many).toContain('aria-describedby="needs-error"');
  });
});

test("an error summary links to what is wrong, and is absent when nothing is", () => {
  const summary = html(
    <ErrorSummary title="There is a problem" errors={[{ field: "email", message: "Write it" }]} />,
  );
  expect(summary).toContain('role="alert"');
  expect(summary).toContain('href="#email"');
  expect(html(<ErrorSummary title="There is a problem" errors={[]} />)).toBe("");
});

test("tabs say which page this is", () => {
  const tabs = html(
    <Tabs
      label="The camp"
      tabs={[
        { href: "/now", label: "Now", icon: "clock", current: true },
        { href: "/grid", label: "Grid", icon: "grid" },
      ]}
    />,
  );
  expect(tabs.match(/aria-current="page"/g)).toHaveLength(1);
  expect(tabs).toContain('aria-label="The camp"');
});

test("a table names its rows and columns", () => {
  const table = html(
    <Table
      caption="The line"
      rows={[{ id: "a", name: "Ama" }]}
      rowId={(row) => row.id}
      columns={[{ id: "name", label: "Name", header: true, cell: (row) => row.name }]}
    />,
  );
  expect(table).toContain('<th scope="col" role="columnheader">Name</th>');
  expect(table).toContain('<th scope="row" role="rowheader"><bdi>Ama</bdi></th>');
  expect(table).toContain("<caption");
});

describe("drawings", () => {
  test("shares fill the whole, and a share of nothing keeps its words", () => {
    const shares = html(
      <Shares
        label="Sectors"
        count={String}
        shares={[
          { label: "Local", value: 3, hour: 1 },
          { label: "Central", value: 1, hour: 5 },
          { label: "Others", value: 0, hour: 4 },
        ]}
      />,
    );
    expect(
      [...shares.matchAll(/x="([\d.]+)" width="([\d.]+)" height="10"/g)].map((match) => match.slice(1, 3)),
    ).toEqual([
      ["0", "75"],
      ["75", "25"],
      ["100", "0"],
    ]);
    expect(shares).toContain("Others");
  });

  test("a bar is a meter with a name, a ring a timer that never overflows", () => {
    const bar = html(<Bar value={65} max={130} label="65 of 130" />);
    expect(bar).toMatch(/role="meter" aria-label="65 of 130".*aria-valuenow="65".*width="50%"/);
    expect(html(<Ring value={40} max={30} label="40 seconds" />)).toContain('stroke-dasharray="100 100"');
  });

  test("no part writes an inline style, which the content policy would refuse", () => {
    const all = [
      html(<Bar value={1} max={2} label="half" />),
      html(<Ring value={1} max={2} label="half" />),
      html(<HourBand hour={3}>Slot 3</HourBand>),
      html(<Hand up label="I’d come" />),
    ].join("");
    expect(all).not.toContain("style=");
  });
});

test("a room's letter is seen, its name is read", () => {
  expect(html(<RoomName letter="B">Glasgow room</RoomName>)).toMatch(/aria-hidden="true">B<.*Glasgow room/);
});

test("a status line is there before its words, or it would not be heard", () => {
  expect(html(<Status />)).toContain('aria-live="polite"');
});

test("hours start again after the sixth slot", () => {
  expect([1, 2, 6, 7, 12, 13].map(hourOf)).toEqual([1, 2, 6, 1, 6, 1]);
});
