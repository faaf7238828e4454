ALTER TABLE "registration" ADD COLUMN "paused_until" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "registration_pauses_ending" ON "registration" USING btree ("event_id","paused_until") WHERE paused_until is not null;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_only_the_waiting_pause" CHECK ("registration"."status" = 'waiting' or "registration"."paused_until" is null);--> statement-breakpoint
-- A pause that begins or ends decides who is next.
CREATE OR REPLACE FUNCTION "mark_people_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "unsettled" ("event_id", "due_at")
		SELECT DISTINCT "changed"."event_id", '-infinity'::timestamptz FROM "changed" JOIN "was" USING ("id")
		WHERE ("was"."status", "was"."verified_at", "was"."bounced_at", "was"."offered_until", "was"."held_until", "was"."paused_until")
			IS DISTINCT FROM ("changed"."status", "changed"."verified_at", "changed"."bounced_at", "changed"."offered_until", "changed"."held_until", "changed"."paused_until");
	INSERT INTO "uncounted" ("event_id", "counter", "look_at")
		SELECT "event_id", gen_random_uuid(), '-infinity'::timestamptz FROM (
			SELECT DISTINCT "changed"."event_id" FROM "changed" JOIN "was" USING ("id")
			WHERE "was"."status" <> "changed"."status"
				AND EXISTS (SELECT FROM "hand" WHERE "hand"."registration_id" = "changed"."id")
		) AS "moved";
	RETURN NULL;
END $$;
