ALTER TABLE "event" ADD COLUMN "dots" integer;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_dots_are_few" CHECK ("event"."dots" between 1 and 20);