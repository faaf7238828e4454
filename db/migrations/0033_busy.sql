CREATE TABLE "pitch_busy" (
	"pitch_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pitch_busy_pitch_id_starts_at_pk" PRIMARY KEY("pitch_id","starts_at"),
	CONSTRAINT "pitch_busy_ends_after_it_starts" CHECK ("pitch_busy"."ends_at" > "pitch_busy"."starts_at")
);
--> statement-breakpoint
ALTER TABLE "pitch_busy" ADD CONSTRAINT "pitch_busy_pitch_id_pitch_id_fk" FOREIGN KEY ("pitch_id") REFERENCES "public"."pitch"("id") ON DELETE cascade ON UPDATE no action;