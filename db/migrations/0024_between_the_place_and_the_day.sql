CREATE TABLE "reconfirmation" (
	"registration_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"day" date NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"goes_back_at" timestamp with time zone,
	"answer" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "reconfirmation_registration_id_day_pk" PRIMARY KEY("registration_id","day"),
	CONSTRAINT "reconfirmation_answer_is_known" CHECK ("reconfirmation"."answer" in ('yes', 'unsure')),
	CONSTRAINT "reconfirmation_answers_have_a_time" CHECK (("reconfirmation"."answer" is null) = ("reconfirmation"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "reconfirmation_round" (
	"event_id" uuid NOT NULL,
	"day" date NOT NULL,
	"days" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"asked" integer NOT NULL,
	CONSTRAINT "reconfirmation_round_event_id_day_days_pk" PRIMARY KEY("event_id","day","days")
);
--> statement-breakpoint
CREATE TABLE "transfer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"giver_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"locale" text DEFAULT 'en-GB' NOT NULL,
	"token_hash" text,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"end" text,
	CONSTRAINT "transfer_token_is_taken" UNIQUE("token_hash"),
	CONSTRAINT "transfer_name_fits" CHECK (char_length("transfer"."name") <= 80),
	CONSTRAINT "transfer_email_fits" CHECK (char_length("transfer"."email") <= 254),
	CONSTRAINT "transfer_end_is_known" CHECK ("transfer"."end" in ('accepted', 'called_back', 'turned_down', 'place_gone', 'too_late', 'bounced')),
	CONSTRAINT "transfer_ends_once" CHECK (("transfer"."ended_at" is null) = ("transfer"."end" is null)),
	CONSTRAINT "transfer_forgets_whom_it_named" CHECK (("transfer"."ended_at" is null) = ("transfer"."name" <> '' and "transfer"."email" <> ''))
);
--> statement-breakpoint
ALTER TABLE "group_mail" DROP CONSTRAINT "group_mail_group_is_known";--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "inside_limit" integer;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "overbook_to" integer;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "transfer_hours" integer DEFAULT 24;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "rounds" integer[] DEFAULT '{5,1}' NOT NULL;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "back_days" integer;--> statement-breakpoint
ALTER TABLE "reconfirmation" ADD CONSTRAINT "reconfirmation_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconfirmation" ADD CONSTRAINT "reconfirmation_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconfirmation_round" ADD CONSTRAINT "reconfirmation_round_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_giver_id_registration_id_fk" FOREIGN KEY ("giver_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reconfirmation_going_back" ON "reconfirmation" USING btree ("event_id","goes_back_at") WHERE answer is null and goes_back_at is not null;--> statement-breakpoint
CREATE INDEX "reconfirmation_by_event" ON "reconfirmation" USING btree ("event_id","day");--> statement-breakpoint
CREATE UNIQUE INDEX "transfer_one_open_per_giver" ON "transfer" USING btree ("giver_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "transfer_open_by_event" ON "transfer" USING btree ("event_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "transfer_by_giver" ON "transfer" USING btree ("giver_id");--> statement-breakpoint
CREATE INDEX "outbox_to_strangers" ON "outbox" USING btree ("created_at") WHERE "outbox"."kind" in ('transfer_offered', 'transfer_ended');--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_transfer_is_sane" CHECK ("event"."transfer_hours" between 0 and 720);--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_inside_limit_is_sane" CHECK ("event"."inside_limit" between 1 and 10000);--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_overbook_is_sane" CHECK ("event"."overbook_to" between 1 and 10000);--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_rounds_are_known" CHECK ("event"."rounds" <@ array[14, 5, 1]);--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_back_days_is_sane" CHECK ("event"."back_days" between 1 and 13);--> statement-breakpoint
ALTER TABLE "group_mail" ADD CONSTRAINT "group_mail_group_is_known" CHECK ("group_mail"."group" in ('places', 'line', 'sector', 'hosts', 'crew', 'unproven', 'silent'));--> statement-breakpoint
-- Nobody chose this for the camps there are: their people hear of nothing new.
UPDATE "event" SET "transfer_hours" = NULL, "rounds" = '{}';--> statement-breakpoint
CREATE TRIGGER "transfer_added" AFTER INSERT ON "transfer"
	REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mark_unsettled"();--> statement-breakpoint
CREATE TRIGGER "event_terms_changed" AFTER UPDATE ON "event" FOR EACH ROW
	WHEN ((old."transfer_hours", old."rounds", old."back_days") IS DISTINCT FROM (new."transfer_hours", new."rounds", new."back_days"))
	EXECUTE FUNCTION "mark_camp_changed"();
