"use client";

import { useEffect, useRef, useState } from "react";
import { Button, Buttons } from "#components/ui/button.tsx";
import { wordsOf } from "#messages/words.ts";
import { type Camera, type CameraTrouble, openCamera } from "./camera.ts";
import { openDecoder } from "./decoder.ts";
import styles from "./door.module.css";

const words = wordsOf("door");

/** So often a picture is looked at, in milliseconds. */
const LOOK_MS = 150;

/** So long the same code is taken for the ticket that is still held up, in milliseconds. */
const SAME_MS = 3_000;

type ScannerProps = {
  onRead: (text: string) => void;
  /** While an answer is on the screen nothing is read. */
  paused: boolean;
};

/** A button, and once it is pressed what the camera sees. */
export function Scanner({ onRead, paused }: ScannerProps) {
  const [on, setOn] = useState(false);
  const [back, setBack] = useState(true);
  const [camera, setCamera] = useState<Camera | CameraTrouble | null>(null);
  const [light, setLight] = useState(false);
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (!on) return;
    let opened: Camera | CameraTrouble | null = null;
    let left = false;
    const lost = () => left || setCamera("broken");
    void openCamera(back, lost).then((found) => {
      opened = found;
      if (left && typeof found !== "string") found.stop();
      else if (!left) setCamera(found);
    });
    return () => {
      left = true;
      if (opened && typeof opened !== "string") opened.stop();
      setCamera(null);
      setLight(false);
    };
  }, [on, back]);
  const stream = camera && typeof camera !== "string" ? camera.stream : null;
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  const broken = useReading(video, stream, paused, onRead);
  const trouble = typeof camera === "string" ? camera : broken ? "broken" : null;
  if (!on)
    return (
      <Button wide onClick={() => setOn(true)}>
        {words.scan}
      </Button>
    );
  return (
    <section className={styles.scanner} aria-label={words.scan}>
      {trouble ? (
        <p role="alert">{words.camera[trouble]}</p>
      ) : (
        <div className={styles.finder}>
          <video ref={video} autoPlay playsInline muted />
          <p className={styles.looking}>{stream ? words.camera.looking : words.camera.starting}</p>
        </div>
      )}
      <Buttons>
        <Button kind="quiet" onClick={() => setOn(false)}>
          {words.stopScan}
        </Button>
        {camera && typeof camera !== "string" && !camera.several ? null : (
          <Button kind="quiet" onClick={() => setBack(!back)}>
            {words.otherCamera}
          </Button>
        )}
        {camera && typeof camera !== "string" && camera.light ? (
          <Button
            kind="quiet"
            aria-pressed={light}
            // Some cameras have a light and do not let us have it.
            onClick={() =>
              void camera.setLight(!light).then(
                () => setLight(!light),
                () => setLight(false),
              )
            }
          >
            {words.light}
          </Button>
        ) : null}
      </Buttons>
    </section>
  );
}

/** Reads what the camera sees, a ticket once as long as it is held up. @returns whether nothing can read it */
function useReading(
  video: React.RefObject<HTMLVideoElement | null>,
  stream: MediaStream | null,
  paused: boolean,
  onRead: (text: string) => void,
): boolean {
  const [broken, setBroken] = useState(false);
  const read = useRef(onRead);
  const stop = useRef(paused);
  useEffect(() => {
    read.current = onRead;
    stop.current = paused;
  });
  useEffect(() => {
    if (!stream) return;
    let left = false;
    let last = { text: "", at: 0 };
    const look = async () => {
      const decode = await openDecoder();
      while (!left) {
        const frame = video.current;
        const text =
          frame && !stop.current && frame.readyState >= 2 ? await decode(frame).catch(() => null) : null;
        const now = performance.now();
        const same = text === last.text && now - last.at < SAME_MS;
        if (text) last = { text, at: now };
        if (text && !same && !left && !stop.current) read.current(text);
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      }
    };
    look().catch(() => setBroken(true));
    return () => {
      left = true;
    };
  }, [stream, video]);
  return broken;
}
