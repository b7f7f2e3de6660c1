CREATE TABLE "theory_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"theory_id" text NOT NULL,
	"name" text NOT NULL,
	"sequence" bigint NOT NULL,
	"note" text NOT NULL,
	"made_by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"content" json NOT NULL,
	"code" text,
	"published_at" timestamp (3) with time zone,
	"published_by" text DEFAULT '' NOT NULL,
	"public_content" json,
	"comment" text DEFAULT '' NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "theory_operations" ADD COLUMN "batch" text;--> statement-breakpoint
ALTER TABLE "theory_versions" ADD CONSTRAINT "theory_versions_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theory_versions" ADD CONSTRAINT "theory_versions_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theory_versions" ADD CONSTRAINT "theory_versions_theory_id_theories_id_fk" FOREIGN KEY ("theory_id") REFERENCES "public"."theories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "theory_versions_theory" ON "theory_versions" USING btree ("authority_id","theory_id","sequence");--> statement-breakpoint
CREATE INDEX "theory_versions_code" ON "theory_versions" USING btree ("code");