"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useSnapshot } from "#components/live/provider.tsx";

/** The page is read again at most this often, in milliseconds: a rush changes it a hundred times a second. */
const PAUSE = 1_500;

/** Reads the page again whenever somebody moved. What is typed, opened or searched for stays. */
export function FollowPeople() {
  const router = useRouter();
  const { people } = useSnapshot();
  const seen = useRef(people);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    if (seen.current === people) return;
    seen.current = people;
    // A running timer is left alone: restarting it at every change would delay the page to the end of a rush.
    timer.current ??= setTimeout(() => {
      timer.current = null;
      router.refresh();
    }, PAUSE);
  }, [people, router]);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  return null;
}
