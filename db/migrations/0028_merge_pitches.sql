CREATE TABLE "together_asked" (
	"pitch_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"declined_at" timestamp with time zone,
	CONSTRAINT "together_asked_pitch_id_other_id_pk" PRIMARY KEY("pitch_id","other_id"),
	CONSTRAINT "together_asked_of_another" CHECK ("together_asked"."pitch_id" <> "together_asked"."other_id")
);
--> statement-breakpoint
ALTER TABLE "pitch" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "pitch" ADD COLUMN "merged_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "together_asked" ADD CONSTRAINT "together_asked_pitch_id_pitch_id_fk" FOREIGN KEY ("pitch_id") REFERENCES "public"."pitch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "together_asked" ADD CONSTRAINT "together_asked_other_id_pitch_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."pitch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "together_asked_of" ON "together_asked" USING btree ("other_id");--> statement-breakpoint
ALTER TABLE "pitch" ADD CONSTRAINT "pitch_of_event" UNIQUE("id","event_id");--> statement-breakpoint
ALTER TABLE "pitch" ADD CONSTRAINT "pitch_merged_in_its_camp" FOREIGN KEY ("merged_into","event_id") REFERENCES "public"."pitch"("id","event_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pitch_by_merged_into" ON "pitch" USING btree ("merged_into") WHERE "pitch"."merged_into" is not null;--> statement-breakpoint
ALTER TABLE "pitch" ADD CONSTRAINT "pitch_merged_into_another" CHECK ("pitch"."merged_into" <> "pitch"."id");--> statement-breakpoint
ALTER TABLE "pitch" ADD CONSTRAINT "pitch_merged_has_a_time" CHECK (("pitch"."merged_into" is null) = ("pitch"."merged_at" is null));--> statement-breakpoint
ALTER TABLE "pitch" ADD CONSTRAINT "pitch_merged_is_not_withdrawn" CHECK ("pitch"."merged_into" is null or "pitch"."withdrawn_at" is null);