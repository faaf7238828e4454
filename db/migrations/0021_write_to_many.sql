CREATE TABLE "group_mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"group" text NOT NULL,
	"sector_id" uuid,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"sent_by" uuid,
	"everybody" integer DEFAULT 0 NOT NULL,
	"bounced" integer DEFAULT 0 NOT NULL,
	"unwilling" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "group_mail_group_is_known" CHECK ("group_mail"."group" in ('places', 'line', 'sector', 'hosts', 'crew', 'unproven')),
	CONSTRAINT "group_mail_subject_fits" CHECK (char_length("group_mail"."subject") <= 120),
	CONSTRAINT "group_mail_body_fits" CHECK (char_length("group_mail"."body") <= 10000)
);
--> statement-breakpoint
CREATE TABLE "unsubscribe_link" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"email" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unwilling" (
	"event_id" uuid NOT NULL,
	"email" text NOT NULL,
	"why" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "unwilling_event_id_email_pk" PRIMARY KEY("event_id","email"),
	CONSTRAINT "unwilling_why_is_known" CHECK ("unwilling"."why" in ('asked', 'complained')),
	CONSTRAINT "unwilling_email_fits" CHECK (char_length("unwilling"."email") <= 254)
);
--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "reply_to" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "group_mail_id" uuid;--> statement-breakpoint
ALTER TABLE "group_mail" ADD CONSTRAINT "group_mail_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_mail" ADD CONSTRAINT "group_mail_sector_id_sector_id_fk" FOREIGN KEY ("sector_id") REFERENCES "public"."sector"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_mail" ADD CONSTRAINT "group_mail_sent_by_person_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsubscribe_link" ADD CONSTRAINT "unsubscribe_link_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unwilling" ADD CONSTRAINT "unwilling_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "group_mail_one_draft" ON "group_mail" USING btree ("event_id") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "group_mail_by_event" ON "group_mail" USING btree ("event_id","sent_at","id");--> statement-breakpoint
CREATE INDEX "unsubscribe_link_by_end" ON "unsubscribe_link" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_group_mail_id_group_mail_id_fk" FOREIGN KEY ("group_mail_id") REFERENCES "public"."group_mail"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_by_group_mail" ON "outbox" USING btree ("group_mail_id") WHERE group_mail_id is not null;--> statement-breakpoint
CREATE INDEX "outbox_by_event" ON "outbox" USING btree ("event_id","created_at","id");--> statement-breakpoint
CREATE INDEX "outbox_failures" ON "outbox" USING btree ("event_id","created_at","id") WHERE failed_at is not null;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_reply_to_fits" CHECK (char_length("event"."reply_to") <= 254);