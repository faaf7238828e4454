CREATE TABLE "day_address" (
	"registration_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "day_address_token" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "star" (
	"pitch_id" uuid NOT NULL,
	"registration_id" uuid NOT NULL,
	"copy" smallint NOT NULL,
	"starred" boolean NOT NULL,
	"cast_at" timestamp with time zone NOT NULL,
	CONSTRAINT "star_pitch_id_registration_id_copy_pk" PRIMARY KEY("pitch_id","registration_id","copy"),
	CONSTRAINT "star_copy_in_range" CHECK ("star"."copy" between 0 and 9)
);
--> statement-breakpoint
ALTER TABLE "push_outbox" DROP CONSTRAINT "push_outbox_is_about_one";--> statement-breakpoint
ALTER TABLE "push_outbox" ADD COLUMN "runs" text[];--> statement-breakpoint
ALTER TABLE "day_address" ADD CONSTRAINT "day_address_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "star" ADD CONSTRAINT "star_pitch_id_pitch_id_fk" FOREIGN KEY ("pitch_id") REFERENCES "public"."pitch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "star" ADD CONSTRAINT "star_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "star_by_registration" ON "star" USING btree ("registration_id");--> statement-breakpoint
CREATE UNIQUE INDEX "push_outbox_once_per_day" ON "push_outbox" USING btree ("subscription_id") WHERE "push_outbox"."runs" is not null;--> statement-breakpoint
ALTER TABLE "push_outbox" ADD CONSTRAINT "push_outbox_is_about_one" CHECK (num_nonnulls("push_outbox"."announcement_id", "push_outbox"."pitch_id", "push_outbox"."runs") = 1);