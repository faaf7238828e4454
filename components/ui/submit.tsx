"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button.tsx";

type SubmitProps = Omit<ComponentProps<typeof Button>, "type" | "pending"> & { pendingWords: string };

/** While the form is on its way it says `pendingWords` and takes no second tap. */
export function Submit({ pendingWords, children, ...rest }: SubmitProps) {
  const { pending } = useFormStatus();
  return (
    <Button {...rest} type="submit" pending={pending}>
      {pending ? pendingWords : children}
    </Button>
  );
}
