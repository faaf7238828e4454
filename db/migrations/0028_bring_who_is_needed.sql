ALTER TABLE "registration" ADD COLUMN "companions" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "companions_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_companions_are_few" CHECK ("registration"."companions" between 0 and 2);--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_companions_note_fits" CHECK (char_length("registration"."companions_note") <= 200);