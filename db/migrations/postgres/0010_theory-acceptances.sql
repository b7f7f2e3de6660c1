CREATE TABLE "theory_acceptances" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"theory_id" text NOT NULL,
	"finding_key" text NOT NULL,
	"message" text NOT NULL,
	"because" text NOT NULL,
	"person_name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "theory_acceptances" ADD CONSTRAINT "theory_acceptances_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theory_acceptances" ADD CONSTRAINT "theory_acceptances_theory_id_theories_id_fk" FOREIGN KEY ("theory_id") REFERENCES "public"."theories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "theory_acceptances_once" ON "theory_acceptances" USING btree ("authority_id","theory_id","finding_key");