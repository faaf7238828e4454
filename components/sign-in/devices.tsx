"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Card, Stack } from "#components/ui/card.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { wordsOf } from "#messages/words.ts";
import { browserOf } from "./browser.ts";

const signIn = wordsOf("signIn");

const words = signIn.devices;

/** `since` is written out. */
export type DeviceView = { id: string; label: string; since: string; here: boolean };

export function Devices({ devices, action }: { devices: readonly DeviceView[]; action: FormAction }) {
  return (
    <Stack as="ul">
      {devices.map((device) => (
        <Card
          as="li"
          key={device.id}
          title={nameOf(device)}
          above={device.here ? <Tag tone="good">{words.here}</Tag> : null}
          foot={<End device={device} action={action} />}
        >
          <p>
            <Figures>{words.since(device.since)}</Figures>
          </p>
        </Card>
      ))}
    </Stack>
  );
}

/** @param others whether there are any but this one */
export function EndAll({ action, others }: { action: FormAction; others: boolean }) {
  const { all } = words;
  return (
    <Card as="section" title={all.title}>
      <p>{all.means}</p>
      {others ? (
        <Form action={action}>
          {() => (
            <>
              <input type="hidden" name="keep" value="this" />
              <Submit kind="quiet" pendingWords={words.ending}>
                {all.others}
              </Submit>
            </>
          )}
        </Form>
      ) : null}
      <Form action={action}>
        {() => (
          <>
            <input type="hidden" name="keep" value="none" />
            <Submit kind="danger" pendingWords={words.ending}>
              {all.every}
            </Submit>
          </>
        )}
      </Form>
    </Card>
  );
}

function End({ device, action }: { device: DeviceView; action: FormAction }) {
  return (
    <Form action={action}>
      {() => (
        <>
          <input type="hidden" name="device" value={device.id} />
          <Submit kind="quiet" pendingWords={words.ending}>
            {device.here ? words.endHere : words.end}
            <span className="visually-hidden"> {nameOf(device)}</span>
          </Submit>
        </>
      )}
    </Form>
  );
}

function nameOf({ label }: DeviceView): string {
  const { browser, system } = browserOf(label);
  if (browser && system) return words.on(browser, system);
  return browser ?? system ?? words.unknown;
}
