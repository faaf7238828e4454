CREATE TABLE "host_asked" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"pitch_id" uuid NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"name_key" text DEFAULT '' NOT NULL,
	"registration_id" uuid,
	"instead" boolean DEFAULT false NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"declined_at" timestamp with time zone,
	CONSTRAINT "host_asked_name_fits" CHECK (char_length("host_asked"."name") <= 80),
	CONSTRAINT "host_asked_of_somebody" CHECK (("host_asked"."name" = '') = ("host_asked"."registration_id" is not null))
);
--> statement-breakpoint
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
ALTER TABLE "pitch" DROP CONSTRAINT "pitch_voice_is_known";--> statement-breakpoint
ALTER TABLE "pitch" ADD COLUMN "hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "pitch" ADD COLUMN "hidden_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "pitch_host" ADD COLUMN "hosting" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "host_asked" ADD CONSTRAINT "host_asked_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_asked" ADD CONSTRAINT "host_asked_pitch_id_pitch_id_fk" FOREIGN KEY ("pitch_id") REFERENCES "public"."pitch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_asked" ADD CONSTRAINT "host_asked_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pitch_report" ADD CONSTRAINT "pitch_report_pitch_id_pitch_id_fk" FOREIGN KEY ("pitch_id") REFERENCES "public"."pitch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pitch_report" ADD CONSTRAINT "pitch_report_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "host_asked_by_pitch" ON "host_asked" USING btree ("pitch_id");--> statement-breakpoint
CREATE INDEX "host_asked_by_name" ON "host_asked" USING btree ("event_id","name_key");--> statement-breakpoint
CREATE INDEX "host_asked_by_registration" ON "host_asked" USING btree ("registration_id");--> statement-breakpoint
CREATE UNIQUE INDEX "host_asked_one_instead" ON "host_asked" USING btree ("pitch_id") WHERE "host_asked"."instead" and "host_asked"."declined_at" is null;--> statement-breakpoint
CREATE INDEX "pitch_report_by_registration" ON "pitch_report" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "pitch_hidden" ON "pitch" USING btree ("event_id") WHERE "pitch"."hidden_at" is not null;--> statement-breakpoint
ALTER TABLE "pitch" ADD CONSTRAINT "pitch_hidden_is_withdrawn" CHECK ("pitch"."hidden_at" is null or "pitch"."withdrawn_at" is not null);--> statement-breakpoint
ALTER TABLE "pitch" ADD CONSTRAINT "pitch_hidden_reason_fits" CHECK (char_length("pitch"."hidden_reason") <= 300);--> statement-breakpoint
ALTER TABLE "pitch" ADD CONSTRAINT "pitch_voice_is_known" CHECK ("pitch"."voice" in ('me', 'with_me', 'for_me', 'wish'));