CREATE TABLE "telling" (
	"registration_id" uuid NOT NULL,
	"pitch_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"was" jsonb NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	"pushed_at" timestamp with time zone,
	"put_away_at" timestamp with time zone,
	CONSTRAINT "telling_registration_id_pitch_id_pk" PRIMARY KEY("registration_id","pitch_id")
);
--> statement-breakpoint
ALTER TABLE "push_outbox" DROP CONSTRAINT "push_outbox_is_about_one";--> statement-breakpoint
ALTER TABLE "push_outbox" ADD COLUMN "sessions" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "telling" ADD CONSTRAINT "telling_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "telling" ADD CONSTRAINT "telling_pitch_id_pitch_id_fk" FOREIGN KEY ("pitch_id") REFERENCES "public"."pitch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "telling_by_pitch" ON "telling" USING btree ("pitch_id");--> statement-breakpoint
CREATE UNIQUE INDEX "push_outbox_once_for_sessions" ON "push_outbox" USING btree ("subscription_id") WHERE "push_outbox"."sessions";--> statement-breakpoint
ALTER TABLE "push_outbox" ADD CONSTRAINT "push_outbox_is_about_one" CHECK (num_nonnulls("push_outbox"."announcement_id", "push_outbox"."pitch_id") + "push_outbox"."sessions"::int = 1);