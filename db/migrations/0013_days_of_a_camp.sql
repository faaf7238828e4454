CREATE TABLE "day" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"date" date NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"phase" text DEFAULT 'doors' NOT NULL,
	CONSTRAINT "day_date_is_taken" UNIQUE("event_id","date"),
	CONSTRAINT "day_phase_is_known" CHECK ("day"."phase" in ('doors', 'pitching', 'grid', 'sessions', 'over')),
	CONSTRAINT "day_date_is_of_our_time" CHECK ("day"."date" between '2000-01-01' and '2100-12-31'),
	CONSTRAINT "day_starts_in_our_time" CHECK ("day"."starts_at" between '1999-12-30Z' and '2101-01-03Z')
);
--> statement-breakpoint
ALTER TABLE "slot" ADD COLUMN "day_id" uuid;--> statement-breakpoint
ALTER TABLE "day" ADD CONSTRAINT "day_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot" ADD CONSTRAINT "slot_day_id_day_id_fk" FOREIGN KEY ("day_id") REFERENCES "public"."day"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "slot_by_day" ON "slot" USING btree ("day_id");--> statement-breakpoint
-- Two days may swap their dates in one statement.
ALTER TABLE "day" DROP CONSTRAINT "day_date_is_taken";--> statement-breakpoint
ALTER TABLE "day" ADD CONSTRAINT "day_date_is_taken" UNIQUE("event_id","date") DEFERRABLE INITIALLY IMMEDIATE;--> statement-breakpoint
-- Each camp as it is: its first day, and a day for every later date that a slot starts on.
INSERT INTO "day" ("id", "event_id", "date", "starts_at")
	SELECT gen_random_uuid(), "id", "day", "starts_at" FROM "event";--> statement-breakpoint
WITH "known" AS MATERIALIZED (SELECT "name" FROM pg_timezone_names),
"local" AS (
	SELECT "slot"."event_id", "event"."day" AS "first", "slot"."starts_at",
		("slot"."starts_at" AT TIME ZONE coalesce("known"."name", 'UTC'))::date AS "date"
	FROM "slot" JOIN "event" ON "event"."id" = "slot"."event_id" LEFT JOIN "known" ON "known"."name" = "event"."zone"
)
INSERT INTO "day" ("id", "event_id", "date", "starts_at")
	SELECT gen_random_uuid(), "event_id", "date", min("starts_at") FROM "local"
	WHERE "date" > "first" AND "date" <= '2100-12-31' GROUP BY "event_id", "date";--> statement-breakpoint
-- A slot before the first day belongs to the first.
WITH "known" AS MATERIALIZED (SELECT "name" FROM pg_timezone_names)
UPDATE "slot" SET "day_id" = (
	SELECT "day"."id" FROM "day" JOIN "event" ON "event"."id" = "day"."event_id"
		LEFT JOIN "known" ON "known"."name" = "event"."zone"
	WHERE "day"."event_id" = "slot"."event_id"
	ORDER BY "day"."date" <= ("slot"."starts_at" AT TIME ZONE coalesce("known"."name", 'UTC'))::date DESC,
		CASE WHEN "day"."date" <= ("slot"."starts_at" AT TIME ZONE coalesce("known"."name", 'UTC'))::date THEN "day"."date" END DESC,
		"day"."date" LIMIT 1
);--> statement-breakpoint
ALTER TABLE "slot" ALTER COLUMN "day_id" SET NOT NULL;--> statement-breakpoint
-- Under way, while a camp is on, is the last day that has come; those before it are over.
UPDATE "day" SET "phase" = 'over' FROM "event" WHERE "event"."id" = "day"."event_id" AND "event"."phase" IN ('after', 'archived');--> statement-breakpoint
WITH "under_way" AS (
	SELECT DISTINCT ON ("day"."event_id") "day"."event_id", "day"."date" FROM "day"
	ORDER BY "day"."event_id", "day"."date" <= current_date DESC,
		CASE WHEN "day"."date" <= current_date THEN "day"."date" END DESC, "day"."date"
)
UPDATE "day" SET "phase" = CASE WHEN "day"."date" < "under_way"."date" THEN 'over' ELSE "event"."phase" END
	FROM "event", "under_way"
	WHERE "event"."id" = "day"."event_id" AND "under_way"."event_id" = "day"."event_id"
		AND "event"."phase" IN ('doors', 'pitching', 'grid', 'sessions') AND "day"."date" <= "under_way"."date";
