ALTER TABLE "event" ADD COLUMN "hold_hours" integer DEFAULT 24 NOT NULL;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_hold_is_sane" CHECK ("event"."hold_hours" between 12 and 72);