CREATE TABLE "pitch_report" (
	"pitch_id" uuid NOT NULL,
	"registration_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "pitch_report_pitch_id_registration_id_pk" PRIMARY KEY("pitch_id","registration_id"),
	CONSTRAINT "pitch_report_reason_fits" CHECK ("pitch_report"."reason" ~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]' and char_length("pitch_report"."reason") <= 300)
);
--> statement-breakpoint
ALTER TABLE "pitch" ADD COLUMN "hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "pitch" ADD COLUMN "hidden_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "pitch_report" ADD CONSTRAINT "pitch_report_pitch_id_pitch_id_fk" FOREIGN KEY ("pitch_id") REFERENCES "public"."pitch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pitch_report" ADD CONSTRAINT "pitch_report_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pitch_report_by_registration" ON "pitch_report" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "pitch_hidden" ON "pitch" USING btree ("event_id") WHERE "pitch"."hidden_at" is not null;--> statement-breakpoint
ALTER TABLE "pitch" ADD CONSTRAINT "pitch_hidden_is_withdrawn" CHECK ("pitch"."hidden_at" is null or "pitch"."withdrawn_at" is not null);--> statement-breakpoint
ALTER TABLE "pitch" ADD CONSTRAINT "pitch_hidden_reason_fits" CHECK (char_length("pitch"."hidden_reason") <= 300);