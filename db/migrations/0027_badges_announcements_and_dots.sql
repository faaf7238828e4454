CREATE TABLE "announcement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"text" text NOT NULL,
	"person_id" uuid,
	"said_at" timestamp with time zone NOT NULL,
	"taken_back_at" timestamp with time zone,
	CONSTRAINT "announcement_fits" CHECK ("announcement"."text" ~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]' and char_length("announcement"."text") <= 140)
);
--> statement-breakpoint
ALTER TABLE "event" DROP CONSTRAINT "event_tally_is_known";--> statement-breakpoint
ALTER TABLE "sign_in" ADD COLUMN "next" text;--> statement-breakpoint
ALTER TABLE "ticket" ADD COLUMN "pass_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "hands_closed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "dots" integer;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "announcements_a_day" integer DEFAULT 6 NOT NULL;--> statement-breakpoint
ALTER TABLE "live_version" ADD COLUMN "announcements_version" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "entry" ADD COLUMN "divides" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "announcement_by_event" ON "announcement" USING btree ("event_id","said_at");--> statement-breakpoint
CREATE INDEX "announcement_by_person" ON "announcement" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "ticket_pass_by_end" ON "ticket" USING btree ("pass_until") WHERE pass_until is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "ticket_one_pass" ON "ticket" USING btree ("registration_id") WHERE pass_until is not null;--> statement-breakpoint
UPDATE "entry" SET "divides" = true FROM "entry_group", "release" WHERE "entry_group"."id" = "entry"."group_id" AND "release"."id" = "entry"."release_id" AND "entry_group"."splits" AND "release"."frozen_at" IS NULL;--> statement-breakpoint
ALTER TABLE "entry_group" DROP COLUMN "splits";--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_dots_are_few" CHECK ("event"."dots" between 1 and 20);--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_announcements_are_few" CHECK ("event"."announcements_a_day" between 1 and 30);--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_tally_is_known" CHECK ("event"."tally" in ('shown', 'after_first', 'after_closed', 'hidden'));