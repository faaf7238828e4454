"use client";

import { useAlive } from "#components/ui/alive.ts";
import { Button } from "#components/ui/button.tsx";

/** Opens the browser's own dialog; without a script people know its key. */
export function PrintButton({ children }: { children: string }) {
  const alive = useAlive();
  return (
    <Button pending={!alive} onClick={() => window.print()}>
      {children}
    </Button>
  );
}
