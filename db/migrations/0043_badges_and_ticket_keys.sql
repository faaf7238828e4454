CREATE TABLE "badge_print" (
	"registration_id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"mark" text NOT NULL,
	"printed_at" timestamp with time zone NOT NULL,
	"person_id" uuid,
	CONSTRAINT "badge_print_mark_is_one" CHECK ("badge_print"."mark" ~ '^[0-9a-f]{32}$')
);
--> statement-breakpoint
CREATE TABLE "ticket_key" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"public_key" text NOT NULL,
	"private_key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ticket_key_is_one" CHECK ("ticket_key"."only")
);
--> statement-breakpoint
ALTER TABLE "badge_print" ADD CONSTRAINT "badge_print_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "badge_print" ADD CONSTRAINT "badge_print_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "badge_print" ADD CONSTRAINT "badge_print_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "badge_print_by_event" ON "badge_print" USING btree ("event_id","printed_at");