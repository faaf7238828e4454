ALTER TABLE "event" DROP CONSTRAINT "event_tally_is_known";--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "hands_closed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "dots" integer;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_dots_are_few" CHECK ("event"."dots" between 1 and 20);--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_tally_is_known" CHECK ("event"."tally" in ('shown', 'after_first', 'after_closed', 'hidden'));