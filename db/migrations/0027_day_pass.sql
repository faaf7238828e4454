ALTER TABLE "sign_in" ADD COLUMN "next" text;--> statement-breakpoint
ALTER TABLE "ticket" ADD COLUMN "pass_until" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "ticket_pass_by_end" ON "ticket" USING btree ("pass_until") WHERE pass_until is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "ticket_one_pass" ON "ticket" USING btree ("registration_id") WHERE pass_until is not null;