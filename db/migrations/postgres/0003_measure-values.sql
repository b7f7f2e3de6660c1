CREATE TABLE "measure_values" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"theory_id" text NOT NULL,
	"measure_id" text NOT NULL,
	"period_start" text NOT NULL,
	"period_end" text NOT NULL,
	"value" double precision NOT NULL,
	"numerator" double precision,
	"denominator" double precision,
	"breakdown" text NOT NULL,
	"group_name" text NOT NULL,
	"note" text NOT NULL,
	"person_name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"replaced_by" text NOT NULL,
	"withdrawn" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "measure_values" ADD CONSTRAINT "measure_values_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_values" ADD CONSTRAINT "measure_values_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_values" ADD CONSTRAINT "measure_values_theory_id_theories_id_fk" FOREIGN KEY ("theory_id") REFERENCES "public"."theories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "measure_values_theory" ON "measure_values" USING btree ("authority_id","theory_id","measure_id");--> statement-breakpoint
CREATE UNIQUE INDEX "measure_values_once" ON "measure_values" USING btree ("authority_id","theory_id","measure_id","period_start","period_end","breakdown","group_name","replaced_by");