ALTER TABLE "registration" ADD COLUMN "remind_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "gave_back_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "registration_to_be_taken_back" ON "registration" USING btree ("event_id","gave_back_at") WHERE gave_back_at is not null;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_only_offers_are_reminded_of" CHECK ("registration"."status" = 'offered' or "registration"."remind_at" is null);--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_only_what_was_given_is_taken_back" CHECK ("registration"."status" = 'released' or "registration"."gave_back_at" is null);