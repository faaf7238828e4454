CREATE TABLE "fairness" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"first_time_asked" integer NOT NULL,
	"first_time_got" integer NOT NULL,
	"others_asked" integer NOT NULL,
	"others_got" integer NOT NULL,
	"hosts_asked" integer NOT NULL,
	"hosts_got" integer NOT NULL,
	"wishers" integer NOT NULL,
	"worst" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fairness_sector" (
	"event_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"asked" integer NOT NULL,
	"got" integer NOT NULL,
	CONSTRAINT "fairness_sector_event_id_position_pk" PRIMARY KEY("event_id","position")
);
--> statement-breakpoint
ALTER TABLE "fairness" ADD CONSTRAINT "fairness_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fairness_sector" ADD CONSTRAINT "fairness_sector_event_id_fairness_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."fairness"("event_id") ON DELETE cascade ON UPDATE no action;