"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { read } from "#app/respond.ts";
import { camp, viewer } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { standWith } from "#db/pitch/host.ts";

const asked = z.object({ pitch: z.uuid() });

/** Answers "stand with me". Whatever became of it, the list then shows the truth. */
export async function standBeside(slug: string, form: FormData): Promise<void> {
  const parsed = read(asked, form);
  const event = await camp(slug);
  const { attendee } = await viewer(event.id);
  if (!attendee || !parsed.success) notFound();
  await standWith(database(), attendee, parsed.data.pitch, new Date());
  revalidatePath(`/e/${slug}`, "layout");
}
