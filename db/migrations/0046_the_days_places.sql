CREATE TABLE "turnout" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"places" integer NOT NULL,
	"came" integer NOT NULL,
	"passed_on" integer NOT NULL,
	"walk_ins" integer NOT NULL,
	"called" integer NOT NULL,
	"arrivals" integer[] NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "door_act" DROP CONSTRAINT "door_act_is_known";--> statement-breakpoint
ALTER TABLE "push_outbox" DROP CONSTRAINT "push_outbox_is_about_one";--> statement-breakpoint
ALTER TABLE "check_in" ADD COLUMN "left_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "pass_on_minutes" integer;--> statement-breakpoint
ALTER TABLE "push_outbox" ADD COLUMN "place" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "late_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "passed_on_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "stands_by_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "named_at_door" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "turnout" ADD CONSTRAINT "turnout_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "push_outbox_once_for_place" ON "push_outbox" USING btree ("subscription_id") WHERE "push_outbox"."place";--> statement-breakpoint
ALTER TABLE "door_act" ADD CONSTRAINT "door_act_is_known" CHECK ("door_act"."kind" in ('in', 'out', 'undo'));--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_pass_on_is_sane" CHECK ("event"."pass_on_minutes" between 15 and 600);--> statement-breakpoint
ALTER TABLE "push_outbox" ADD CONSTRAINT "push_outbox_is_about_one" CHECK (num_nonnulls("push_outbox"."announcement_id", "push_outbox"."pitch_id", "push_outbox"."help_call_id")
        + "push_outbox"."sessions"::int + "push_outbox"."place"::int = 1);--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_only_a_lost_place_was_passed_on" CHECK ("registration"."status" = 'released' or "registration"."passed_on_at" is null);--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_only_who_stands_by_is_named" CHECK ("registration"."stands_by_since" is not null or not "registration"."named_at_door");--> statement-breakpoint
-- Whoever stands by can be called; the legal number decides on the day how many can.
CREATE OR REPLACE FUNCTION "mark_people_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "unsettled" ("event_id", "due_at")
		SELECT DISTINCT "changed"."event_id", '-infinity'::timestamptz FROM "changed" JOIN "was" USING ("id")
		WHERE ("was"."status", "was"."verified_at", "was"."bounced_at", "was"."offered_until", "was"."held_until", "was"."paused_until",
				"was"."sector_id", "was"."first_time", "was"."organisation", "was"."stands_by_since")
			IS DISTINCT FROM ("changed"."status", "changed"."verified_at", "changed"."bounced_at", "changed"."offered_until", "changed"."held_until", "changed"."paused_until",
				"changed"."sector_id", "changed"."first_time", "changed"."organisation", "changed"."stands_by_since");
	INSERT INTO "uncounted" ("event_id", "counter", "look_at")
		SELECT "event_id", gen_random_uuid(), '-infinity'::timestamptz FROM (
			SELECT DISTINCT "changed"."event_id" FROM "changed" JOIN "was" USING ("id")
			WHERE "was"."status" <> "changed"."status"
				AND EXISTS (SELECT FROM "hand" WHERE "hand"."registration_id" = "changed"."id")
		) AS "moved";
	RETURN NULL;
END $$;--> statement-breakpoint
DROP TRIGGER "event_terms_changed" ON "event";--> statement-breakpoint
CREATE TRIGGER "event_terms_changed" AFTER UPDATE ON "event" FOR EACH ROW
	WHEN ((old."transfer_hours", old."rounds", old."back_days", old."inside_limit") IS DISTINCT FROM (new."transfer_hours", new."rounds", new."back_days", new."inside_limit"))
	EXECUTE FUNCTION "mark_camp_changed"();
