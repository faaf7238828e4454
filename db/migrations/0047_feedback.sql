CREATE TABLE "feedback" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"people" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feedback_comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"words" text NOT NULL,
	"open" boolean NOT NULL,
	"hidden" boolean DEFAULT false NOT NULL,
	CONSTRAINT "feedback_comment_words_fit" CHECK ("feedback_comment"."words" ~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]' and char_length("feedback_comment"."words") <= 500)
);
--> statement-breakpoint
CREATE TABLE "feedback_count" (
	"event_id" uuid NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"people" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "feedback_count_event_id_question_answer_pk" PRIMARY KEY("event_id","question","answer"),
	CONSTRAINT "feedback_count_question_is_known" CHECK ("feedback_count"."question" in ('learned', 'met', 'spoke', 'ran', 'again')),
	CONSTRAINT "feedback_count_answer_is_known" CHECK ("feedback_count"."answer" in ('yes', 'mostly', 'hardly', 'no'))
);
--> statement-breakpoint
CREATE TABLE "feedback_given" (
	"event_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	CONSTRAINT "feedback_given_event_id_device_id_pk" PRIMARY KEY("event_id","device_id")
);
--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_comment" ADD CONSTRAINT "feedback_comment_event_id_feedback_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."feedback"("event_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_count" ADD CONSTRAINT "feedback_count_event_id_feedback_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."feedback"("event_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_given" ADD CONSTRAINT "feedback_given_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_given" ADD CONSTRAINT "feedback_given_device_id_device_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."device"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "feedback_comment_of_event" ON "feedback_comment" USING btree ("event_id","id");--> statement-breakpoint
CREATE INDEX "feedback_given_of_device" ON "feedback_given" USING btree ("device_id");