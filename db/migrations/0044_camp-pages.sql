CREATE TABLE "camp_page" (
	"event_id" uuid NOT NULL,
	"page" text NOT NULL,
	"version" integer NOT NULL,
	"body" text,
	"person_id" uuid,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "camp_page_event_id_page_version_pk" PRIMARY KEY("event_id","page","version"),
	CONSTRAINT "camp_page_is_known" CHECK ("camp_page"."page" in ('unconference', 'places', 'travel', 'access', 'food', 'quiet', 'conduct', 'organisers', 'privacy', 'cookies', 'accessibility')),
	CONSTRAINT "camp_page_version_is_counted" CHECK ("camp_page"."version" > 0),
	CONSTRAINT "camp_page_body_fits" CHECK ("camp_page"."body" ~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]' and char_length("camp_page"."body") <= 10000)
);
--> statement-breakpoint
CREATE TABLE "camp_page_review" (
	"event_id" uuid NOT NULL,
	"page" text NOT NULL,
	"person_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "camp_page_review_event_id_page_pk" PRIMARY KEY("event_id","page"),
	CONSTRAINT "camp_page_review_is_known" CHECK ("camp_page_review"."page" in ('privacy', 'accessibility'))
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"person_id" uuid,
	"name" text,
	"email" text,
	CONSTRAINT "contact_person_is_named_once" UNIQUE("event_id","person_id"),
	CONSTRAINT "contact_address_is_named_once" UNIQUE("event_id","email"),
	CONSTRAINT "contact_is_of_the_crew_or_typed" CHECK (("contact"."person_id" is null) = ("contact"."name" is not null and "contact"."email" is not null)),
	CONSTRAINT "contact_name_fits" CHECK ("contact"."name" ~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]' and char_length("contact"."name") <= 80),
	CONSTRAINT "contact_email_fits" CHECK (char_length("contact"."email") <= 254)
);
--> statement-breakpoint
ALTER TABLE "camp_page" ADD CONSTRAINT "camp_page_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "camp_page" ADD CONSTRAINT "camp_page_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "camp_page_review" ADD CONSTRAINT "camp_page_review_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "camp_page_review" ADD CONSTRAINT "camp_page_review_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;