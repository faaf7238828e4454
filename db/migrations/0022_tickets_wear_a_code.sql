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
ALTER TABLE "registration" ADD CONSTRAINT "registration_one_per_ticket_code" UNIQUE("event_id","ticket_code");--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_ticket_code_is_one" CHECK ("registration"."ticket_code" ~ '^[FHJKMQRTWXY4679]{6}$');