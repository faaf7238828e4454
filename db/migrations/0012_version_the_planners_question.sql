ALTER TABLE "live_version" ADD COLUMN "problem_version" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "problem_version" bigint;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "good_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "plan" DROP COLUMN "frame";--> statement-breakpoint
-- What was found before answers the camp as it is: nothing has changed it since versions began.
UPDATE "plan" SET "problem_version" = 1,
  "good_until" = (SELECT min("starts_at") FROM "slot" WHERE "slot"."event_id" = "plan"."event_id" AND "starts_at" > now())
  WHERE "best" IS NOT NULL;
