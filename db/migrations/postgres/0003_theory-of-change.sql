CREATE TABLE "theory_pieces" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"theory_id" text NOT NULL,
	"kind" text NOT NULL,
	"on_id" text,
	"more" json NOT NULL
);
--> statement-breakpoint
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
CREATE TABLE "plan_comments" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"line_id" text,
	"line_title" text DEFAULT '' NOT NULL,
	"words" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"settled_name" text DEFAULT '' NOT NULL,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "plan_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"number" bigint NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"frozen" json NOT NULL,
	"digest" text NOT NULL,
	"put_up_by" text NOT NULL,
	"put_up_name" text NOT NULL,
	"put_up_at" timestamp (3) with time zone NOT NULL,
	"decided_name" text DEFAULT '' NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"words" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "theories" ADD COLUMN "more" json;--> statement-breakpoint
ALTER TABLE "theory_operations" ADD COLUMN "batch" text;--> statement-breakpoint
ALTER TABLE "theory_pieces" ADD CONSTRAINT "theory_pieces_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theory_pieces" ADD CONSTRAINT "theory_pieces_theory_id_theories_id_fk" FOREIGN KEY ("theory_id") REFERENCES "public"."theories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theory_versions" ADD CONSTRAINT "theory_versions_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theory_versions" ADD CONSTRAINT "theory_versions_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theory_versions" ADD CONSTRAINT "theory_versions_theory_id_theories_id_fk" FOREIGN KEY ("theory_id") REFERENCES "public"."theories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_values" ADD CONSTRAINT "measure_values_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_values" ADD CONSTRAINT "measure_values_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_values" ADD CONSTRAINT "measure_values_theory_id_theories_id_fk" FOREIGN KEY ("theory_id") REFERENCES "public"."theories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_comments" ADD CONSTRAINT "plan_comments_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_comments" ADD CONSTRAINT "plan_comments_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "theory_pieces_theory" ON "theory_pieces" USING btree ("authority_id","theory_id");--> statement-breakpoint
CREATE INDEX "theory_versions_theory" ON "theory_versions" USING btree ("authority_id","theory_id","sequence");--> statement-breakpoint
CREATE INDEX "theory_versions_code" ON "theory_versions" USING btree ("code");--> statement-breakpoint
CREATE INDEX "measure_values_theory" ON "measure_values" USING btree ("authority_id","theory_id","measure_id");--> statement-breakpoint
CREATE UNIQUE INDEX "measure_values_once" ON "measure_values" USING btree ("authority_id","theory_id","measure_id","period_start","period_end","breakdown","group_name","replaced_by");--> statement-breakpoint
CREATE INDEX "plan_comments_programme" ON "plan_comments" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_versions_number" ON "plan_versions" USING btree ("authority_id","programme_id","number");--> statement-breakpoint
CREATE INDEX "plan_versions_digest" ON "plan_versions" USING btree ("digest");