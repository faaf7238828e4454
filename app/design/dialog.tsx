"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Status } from "#components/ui/status.tsx";
import { wordsOf } from "#messages/words.ts";

const design = wordsOf("design");

const { sample } = design;

export function DialogSample() {
  const [open, setOpen] = useState(false);
  const [given, setGiven] = useState(false);
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{sample.give}</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={sample.dialogTitle}
        closeLabel={sample.keep}
        actions={
          <Button
            onClick={() => {
              setGiven(true);
              setOpen(false);
            }}
          >
            {sample.give}
          </Button>
        }
      >
        <p>{sample.dialogBody}</p>
      </Dialog>
      <Status
        action={
          <Button kind="quiet" icon="undo" onClick={() => setGiven(false)}>
            {sample.undo}
          </Button>
        }
      >
        {given ? sample.given : null}
      </Status>
    </div>
  );
}
