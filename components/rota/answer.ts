import type { Refusal } from "#domain/refusal.ts";

/** What a tap on the rota, or on a call for help, comes to: done, or why not. */
export type Tapped = { refusal: { code: Refusal; what: string; next: string } | null };

export type Tap = (before: Tapped, form: FormData) => Promise<Tapped>;

export const UNTAPPED: Tapped = { refusal: null };
