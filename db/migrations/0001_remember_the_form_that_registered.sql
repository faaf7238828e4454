ALTER TABLE "registration" ADD COLUMN "form_id" uuid;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_one_per_form" UNIQUE("event_id","form_id");