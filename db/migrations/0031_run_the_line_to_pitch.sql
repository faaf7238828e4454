CREATE TABLE "line_to_pitch" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"front" uuid,
	"by" uuid,
	"at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "live_version" ADD COLUMN "line_version" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "pitch" ADD COLUMN "turn" integer;--> statement-breakpoint
ALTER TABLE "pitch" ADD COLUMN "away_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "line_to_pitch" ADD CONSTRAINT "line_to_pitch_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_to_pitch" ADD CONSTRAINT "line_to_pitch_front_pitch_id_fk" FOREIGN KEY ("front") REFERENCES "public"."pitch"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_to_pitch" ADD CONSTRAINT "line_to_pitch_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
-- Whoever was called last was at the front until somebody else was.
INSERT INTO "line_to_pitch" ("event_id", "front")
SELECT DISTINCT ON ("event_id") "event_id", coalesce("merged_into", "id") FROM "pitch"
WHERE "said_at" IS NOT NULL AND "withdrawn_at" IS NULL
ORDER BY "event_id", "said_at" DESC, "id";
