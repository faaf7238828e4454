CREATE TABLE "help_call" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"person_id" uuid,
	"what" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"called_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended" text,
	CONSTRAINT "help_call_is_said" CHECK ("help_call"."what" ~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]' and char_length("help_call"."what") <= 80),
	CONSTRAINT "help_call_place_fits" CHECK (char_length("help_call"."place") <= 60),
	CONSTRAINT "help_call_ends_somehow" CHECK ("help_call"."ended" is null or "help_call"."ended" in ('met', 'called_off', 'lapsed')),
	CONSTRAINT "help_call_has_ended" CHECK (("help_call"."ended_at" is null) = ("help_call"."ended" is null))
);
--> statement-breakpoint
CREATE TABLE "help_coming" (
	"call_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "help_coming_call_id_person_id_pk" PRIMARY KEY("call_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "rota_sign_up" (
	"task_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rota_sign_up_task_id_person_id_pk" PRIMARY KEY("task_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "rota_task" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"task" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"wanted" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rota_task_is_listed_once" UNIQUE("event_id","starts_at","ends_at","task","place"),
	CONSTRAINT "rota_task_is_named" CHECK ("rota_task"."task" ~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]' and char_length("rota_task"."task") <= 60),
	CONSTRAINT "rota_task_place_fits" CHECK (char_length("rota_task"."place") <= 60),
	CONSTRAINT "rota_task_is_for_some" CHECK ("rota_task"."wanted" between 1 and 50),
	CONSTRAINT "rota_task_is_in_years" CHECK ("rota_task"."starts_at" between '1999-12-30Z' and '2101-01-03Z'),
	CONSTRAINT "rota_task_ends_after_it_starts" CHECK ("rota_task"."ends_at" > "rota_task"."starts_at")
);
--> statement-breakpoint
ALTER TABLE "push_outbox" DROP CONSTRAINT "push_outbox_is_about_one";--> statement-breakpoint
ALTER TABLE "live_version" ADD COLUMN "crew_version" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "push_outbox" ADD COLUMN "help_call_id" uuid;--> statement-breakpoint
ALTER TABLE "help_call" ADD CONSTRAINT "help_call_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_call" ADD CONSTRAINT "help_call_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_coming" ADD CONSTRAINT "help_coming_call_id_help_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."help_call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_coming" ADD CONSTRAINT "help_coming_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rota_sign_up" ADD CONSTRAINT "rota_sign_up_task_id_rota_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."rota_task"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rota_sign_up" ADD CONSTRAINT "rota_sign_up_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rota_task" ADD CONSTRAINT "rota_task_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "help_call_by_event" ON "help_call" USING btree ("event_id","called_at");--> statement-breakpoint
CREATE INDEX "help_call_by_person" ON "help_call" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "help_call_due" ON "help_call" USING btree ("ends_at") WHERE "help_call"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "help_coming_by_person" ON "help_coming" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "rota_sign_up_by_person" ON "rota_sign_up" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "push_outbox" ADD CONSTRAINT "push_outbox_help_call_id_help_call_id_fk" FOREIGN KEY ("help_call_id") REFERENCES "public"."help_call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "push_outbox_by_help_call" ON "push_outbox" USING btree ("help_call_id");--> statement-breakpoint
ALTER TABLE "push_outbox" ADD CONSTRAINT "push_outbox_once_per_help_call" UNIQUE("subscription_id","help_call_id");--> statement-breakpoint
ALTER TABLE "push_outbox" ADD CONSTRAINT "push_outbox_is_about_one" CHECK (num_nonnulls("push_outbox"."announcement_id", "push_outbox"."pitch_id", "push_outbox"."help_call_id") + "push_outbox"."sessions"::int = 1);