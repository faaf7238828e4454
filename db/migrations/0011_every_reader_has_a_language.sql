ALTER TABLE "event" ADD COLUMN "locale" text DEFAULT 'en-GB' NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "locale" text DEFAULT 'en-GB' NOT NULL;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "locale" text DEFAULT 'en-GB' NOT NULL;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_locale_is_a_tag" CHECK ("event"."locale" ~ '^[A-Za-z0-9]{2,8}(-[A-Za-z0-9]{1,8})*$' and char_length("event"."locale") <= 35);--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_locale_is_a_tag" CHECK ("outbox"."locale" ~ '^[A-Za-z0-9]{2,8}(-[A-Za-z0-9]{1,8})*$' and char_length("outbox"."locale") <= 35);--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_locale_is_a_tag" CHECK ("registration"."locale" ~ '^[A-Za-z0-9]{2,8}(-[A-Za-z0-9]{1,8})*$' and char_length("registration"."locale") <= 35);