CREATE TABLE "equality" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"asked" text[] NOT NULL,
	"answered" integer DEFAULT 0 NOT NULL,
	"shown_answered" integer DEFAULT 0 NOT NULL,
	"last_day" date
);--> statement-breakpoint
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
);--> statement-breakpoint
CREATE TABLE "together_asked" (
	"pitch_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"declined_at" timestamp with time zone,
	CONSTRAINT "together_asked_pitch_id_other_id_pk" PRIMARY KEY("pitch_id","other_id"),
	CONSTRAINT "together_asked_of_another" CHECK ("together_asked"."pitch_id" <> "together_asked"."other_id")
);--> statement-breakpoint
CREATE TABLE "second_address" (
	"registration_id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"token_hash" text,
	"asked_at" timestamp with time zone NOT NULL,
	"lapses_at" timestamp with time zone NOT NULL,
	"proven_at" timestamp with time zone,
	"bounced_at" timestamp with time zone,
	"complained_at" timestamp with time zone,
	CONSTRAINT "second_address_token_is_taken" UNIQUE("token_hash"),
	CONSTRAINT "second_address_email_fits" CHECK (char_length("second_address"."email") <= 254)
);--> statement-breakpoint
DROP INDEX "outbox_to_strangers";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "second_of" uuid;--> statement-breakpoint
ALTER TABLE "pitch" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "pitch" ADD COLUMN "merged_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "companions" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "companions_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "equality_answered" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "registration_link" ADD COLUMN "second" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "equality" ADD CONSTRAINT "equality_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equality_count" ADD CONSTRAINT "equality_count_event_id_equality_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."equality"("event_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "together_asked" ADD CONSTRAINT "together_asked_pitch_id_pitch_id_fk" FOREIGN KEY ("pitch_id") REFERENCES "public"."pitch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "together_asked" ADD CONSTRAINT "together_asked_other_id_pitch_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."pitch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_address" ADD CONSTRAINT "second_address_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "together_asked_of" ON "together_asked" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "second_address_by_address" ON "second_address" USING btree ("email");--> statement-breakpoint
CREATE INDEX "second_address_by_end" ON "second_address" USING btree ("lapses_at") WHERE proven_at is null;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_second_of_registration_id_fk" FOREIGN KEY ("second_of") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pitch" ADD CONSTRAINT "pitch_of_event" UNIQUE("id","event_id");--> statement-breakpoint
ALTER TABLE "pitch" ADD CONSTRAINT "pitch_merged_in_its_camp" FOREIGN KEY ("merged_into","event_id") REFERENCES "public"."pitch"("id","event_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_by_second_address" ON "outbox" USING btree ("second_of") WHERE second_of is not null;--> statement-breakpoint
CREATE INDEX "pitch_by_merged_into" ON "pitch" USING btree ("merged_into") WHERE "pitch"."merged_into" is not null;--> statement-breakpoint
CREATE INDEX "outbox_to_strangers" ON "outbox" USING btree ("created_at") WHERE "outbox"."kind" in ('transfer_offered', 'transfer_ended', 'second_asked');--> statement-breakpoint
ALTER TABLE "pitch" ADD CONSTRAINT "pitch_merged_into_another" CHECK ("pitch"."merged_into" <> "pitch"."id");--> statement-breakpoint
ALTER TABLE "pitch" ADD CONSTRAINT "pitch_merged_has_a_time" CHECK (("pitch"."merged_into" is null) = ("pitch"."merged_at" is null));--> statement-breakpoint
ALTER TABLE "pitch" ADD CONSTRAINT "pitch_merged_is_not_withdrawn" CHECK ("pitch"."merged_into" is null or "pitch"."withdrawn_at" is null);--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_companions_are_few" CHECK ("registration"."companions" between 0 and 2);--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_companions_note_fits" CHECK (char_length("registration"."companions_note") <= 200);