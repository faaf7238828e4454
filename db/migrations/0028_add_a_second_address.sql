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
);
--> statement-breakpoint
DROP INDEX "outbox_to_strangers";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "second_of" uuid;--> statement-breakpoint
ALTER TABLE "registration_link" ADD COLUMN "second" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "second_address" ADD CONSTRAINT "second_address_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "second_address_by_address" ON "second_address" USING btree ("email");--> statement-breakpoint
CREATE INDEX "second_address_by_end" ON "second_address" USING btree ("lapses_at") WHERE proven_at is null;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_second_of_registration_id_fk" FOREIGN KEY ("second_of") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_by_second_address" ON "outbox" USING btree ("second_of") WHERE second_of is not null;--> statement-breakpoint
CREATE INDEX "outbox_to_strangers" ON "outbox" USING btree ("created_at") WHERE "outbox"."kind" in ('transfer_offered', 'transfer_ended', 'second_asked');