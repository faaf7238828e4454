CREATE TABLE "equality" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"asked" text[] NOT NULL,
	"answered" integer DEFAULT 0 NOT NULL,
	"shown_answered" integer DEFAULT 0 NOT NULL,
	"last_day" date
);
--> statement-breakpoint
CREATE TABLE "equality_count" (
	"event_id" uuid NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"people" integer DEFAULT 0 NOT NULL,
	"shown" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "equality_count_event_id_question_answer_pk" PRIMARY KEY("event_id","question","answer"),
	CONSTRAINT "equality_count_question_is_known" CHECK ("equality_count"."question" in ('age', 'sex', 'gender', 'same_as_birth', 'ethnic_group', 'disability', 'religion', 'orientation', 'partnership', 'maternity', 'caring')),
	CONSTRAINT "equality_count_answer_is_known" CHECK ("equality_count"."answer" in ('under_25', '25_34', '35_44', '45_54', '55_64', '65_over', 'unsaid', 'female', 'male', 'woman', 'man', 'non_binary', 'another', 'yes', 'no', 'asian', 'black', 'mixed', 'white', 'a_lot', 'a_little', 'none', 'buddhist', 'christian', 'hindu', 'jewish', 'muslim', 'sikh', 'straight', 'gay_lesbian', 'bisexual', 'children', 'adults', 'both')),
	CONSTRAINT "equality_count_shows_what_was" CHECK ("equality_count"."shown" between 0 and "equality_count"."people")
);
--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "equality_answered" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "equality" ADD CONSTRAINT "equality_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equality_count" ADD CONSTRAINT "equality_count_event_id_equality_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."equality"("event_id") ON DELETE cascade ON UPDATE no action;