ALTER TABLE "role" DROP CONSTRAINT "role_is_known";--> statement-breakpoint
ALTER TABLE "role" DROP CONSTRAINT "role_event_id_person_id_pk";--> statement-breakpoint
ALTER TABLE "role" ADD CONSTRAINT "role_event_id_person_id_role_pk" PRIMARY KEY("event_id","person_id","role");--> statement-breakpoint
ALTER TABLE "role" ADD CONSTRAINT "role_is_known" CHECK ("role"."role" in ('organiser', 'registrar', 'campmaker', 'door', 'caterer', 'observer'));