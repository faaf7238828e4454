CREATE TABLE "pool" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"sector_id" uuid,
	"floor" integer DEFAULT 0 NOT NULL,
	"ceiling" integer,
	CONSTRAINT "pool_one_per_sector" UNIQUE NULLS NOT DISTINCT("event_id","sector_id"),
	CONSTRAINT "pool_floor_is_sane" CHECK ("pool"."floor" between 0 and 10000),
	CONSTRAINT "pool_ceiling_is_sane" CHECK ("pool"."ceiling" between 0 and 10000),
	CONSTRAINT "pool_keeps_no_more_than_it_lets_in" CHECK ("pool"."floor" <= "pool"."ceiling")
);
--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "organisation_limit" integer;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "pools_merge_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "release" ADD COLUMN "pools" jsonb;--> statement-breakpoint
ALTER TABLE "pool" ADD CONSTRAINT "pool_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool" ADD CONSTRAINT "pool_sector_id_sector_id_fk" FOREIGN KEY ("sector_id") REFERENCES "public"."sector"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_organisation_limit_is_sane" CHECK ("event"."organisation_limit" between 1 and 10000);--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_pools_merge_in_our_time" CHECK ("event"."pools_merge_at" between '1999-12-30Z' and '2101-01-03Z');--> statement-breakpoint
-- What pools keep, and of which pool somebody is, decides who may have a place.
CREATE TRIGGER "pool_added" AFTER INSERT ON "pool"
	REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_unsettled"();--> statement-breakpoint
CREATE TRIGGER "pool_changed" AFTER UPDATE ON "pool"
	REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_unsettled"();--> statement-breakpoint
CREATE TRIGGER "pool_gone" AFTER DELETE ON "pool"
	REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_unsettled"();--> statement-breakpoint
DROP TRIGGER "event_changed" ON "event";--> statement-breakpoint
CREATE TRIGGER "event_changed" AFTER UPDATE ON "event" FOR EACH ROW
	WHEN ((old."phase", old."capacity", old."offers_on", old."zone", old."starts_at", old."organisation_limit", old."pools_merge_at")
		IS DISTINCT FROM (new."phase", new."capacity", new."offers_on", new."zone", new."starts_at", new."organisation_limit", new."pools_merge_at"))
	EXECUTE FUNCTION "mark_camp_changed"();--> statement-breakpoint
CREATE OR REPLACE FUNCTION "mark_people_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "unsettled" ("event_id", "due_at")
		SELECT DISTINCT "changed"."event_id", '-infinity'::timestamptz FROM "changed" JOIN "was" USING ("id")
		WHERE ("was"."status", "was"."verified_at", "was"."bounced_at", "was"."offered_until", "was"."held_until", "was"."paused_until",
				"was"."sector_id", "was"."first_time", "was"."organisation")
			IS DISTINCT FROM ("changed"."status", "changed"."verified_at", "changed"."bounced_at", "changed"."offered_until", "changed"."held_until", "changed"."paused_until",
				"changed"."sector_id", "changed"."first_time", "changed"."organisation");
	INSERT INTO "uncounted" ("event_id", "counter", "look_at")
		SELECT "event_id", gen_random_uuid(), '-infinity'::timestamptz FROM (
			SELECT DISTINCT "changed"."event_id" FROM "changed" JOIN "was" USING ("id")
			WHERE "was"."status" <> "changed"."status"
				AND EXISTS (SELECT FROM "hand" WHERE "hand"."registration_id" = "changed"."id")
		) AS "moved";
	RETURN NULL;
END $$;
