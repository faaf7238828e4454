CREATE TABLE "mail_words" (
	"event_id" uuid NOT NULL,
	"letter" text NOT NULL,
	"locale" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mail_words_event_id_letter_locale_pk" PRIMARY KEY("event_id","letter","locale"),
	CONSTRAINT "mail_words_letter_is_known" CHECK ("mail_words"."letter" in ('held', 'waiting', 'place_yours', 'offered', 'offer_reminder', 'offer_expired', 'hold_lapsed', 'pause_over', 'given_place', 'put_back', 'removed')),
	CONSTRAINT "mail_words_locale_is_a_tag" CHECK ("mail_words"."locale" ~ '^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$' and char_length("mail_words"."locale") <= 35),
	CONSTRAINT "mail_words_subject_fits" CHECK ("mail_words"."subject" ~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]' and char_length("mail_words"."subject") <= 120),
	CONSTRAINT "mail_words_body_fits" CHECK ("mail_words"."body" ~ '[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]' and char_length("mail_words"."body") <= 10000)
);
--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "access_agreed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "ticket_code" text DEFAULT '' NOT NULL;--> statement-breakpoint
-- Of signs of domain/ticket.ts; bytes that a UUID (version 4) leaves to chance. Rows of the same statement are seen.
CREATE FUNCTION "free_ticket_code"("camp" uuid) RETURNS text LANGUAGE plpgsql VOLATILE AS $$
DECLARE
	"signs" CONSTANT text := 'FHJKMQRTWXY4679';
	"chance" bytea;
	"code" text;
BEGIN
	LOOP
		"chance" := uuid_send(gen_random_uuid());
		"code" := '';
		FOR "at" IN 0..5 LOOP
			"code" := "code" || substr("signs", get_byte("chance", "at") % 15 + 1, 1);
		END LOOP;
		EXIT WHEN NOT EXISTS (SELECT FROM "registration" WHERE "event_id" = "camp" AND "ticket_code" = "code");
	END LOOP;
	RETURN "code";
END $$;--> statement-breakpoint
CREATE FUNCTION "give_ticket_code"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	new."ticket_code" := free_ticket_code(new."event_id");
	RETURN new;
END $$;--> statement-breakpoint
CREATE TRIGGER "registration_gets_a_ticket_code" BEFORE INSERT ON "registration"
	FOR EACH ROW WHEN (new."ticket_code" = '') EXECUTE FUNCTION "give_ticket_code"();--> statement-breakpoint
CREATE INDEX "ticket_codes_so_far" ON "registration" ("event_id", "ticket_code");--> statement-breakpoint
UPDATE "registration" SET "ticket_code" = free_ticket_code("event_id");--> statement-breakpoint
DROP INDEX "ticket_codes_so_far";--> statement-breakpoint
ALTER TABLE "mail_words" ADD CONSTRAINT "mail_words_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_one_per_ticket_code" UNIQUE("event_id","ticket_code");--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_ticket_code_is_one" CHECK ("registration"."ticket_code" ~ '^[FHJKMQRTWXY4679]{6}$');