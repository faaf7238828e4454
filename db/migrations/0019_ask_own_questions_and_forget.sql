CREATE TABLE "purge" (
	"event_id" uuid NOT NULL,
	"day" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"answers" integer DEFAULT 0 NOT NULL,
	"needs" integer DEFAULT 0 NOT NULL,
	"applicants" integer DEFAULT 0 NOT NULL,
	"entries" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "purge_event_id_day_pk" PRIMARY KEY("event_id","day")
);
--> statement-breakpoint
CREATE TABLE "answer" (
	"question_id" uuid NOT NULL,
	"registration_id" uuid NOT NULL,
	"said" text NOT NULL,
	CONSTRAINT "answer_question_id_registration_id_pk" PRIMARY KEY("question_id","registration_id"),
	CONSTRAINT "answer_said_fits" CHECK (char_length("answer"."said") <= 300)
);
--> statement-breakpoint
CREATE TABLE "question" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"choices" text[] DEFAULT '{}' NOT NULL,
	"purpose" text NOT NULL,
	"seen_by" text DEFAULT 'organisers' NOT NULL,
	"keep_until" date NOT NULL,
	"required" boolean DEFAULT false NOT NULL,
	"emptied_at" timestamp with time zone,
	CONSTRAINT "question_kind_is_known" CHECK ("question"."kind" in ('text', 'choice', 'yes_no')),
	CONSTRAINT "question_seen_by_is_known" CHECK ("question"."seen_by" in ('organisers', 'crew')),
	CONSTRAINT "question_label_fits" CHECK ("question"."label" ~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]' and char_length("question"."label") <= 120),
	CONSTRAINT "question_purpose_fits" CHECK ("question"."purpose" ~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]' and char_length("question"."purpose") <= 200)
);
--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "keep_days" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "purged_day" date;--> statement-breakpoint
ALTER TABLE "purge" ADD CONSTRAINT "purge_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_question_id_question_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."question"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_by_registration" ON "answer" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "question_by_event" ON "question" USING btree ("event_id","position");--> statement-breakpoint
CREATE INDEX "question_to_empty" ON "question" USING btree ("keep_until") WHERE emptied_at is null;--> statement-breakpoint
CREATE INDEX "event_to_purge" ON "event" USING btree ((day + keep_days)) WHERE purged_day is distinct from day;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_keep_days_is_sane" CHECK ("event"."keep_days" between 1 and 365);--> statement-breakpoint
-- Camps that are over already get a month from now on, in which their organisers may choose another number; those of more
-- than a year ago are due.
UPDATE "event" SET "keep_days" = least(365, greatest(30, current_date - "day" + 30));
