CREATE TABLE "survey_papers" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"return_address" text NOT NULL,
	"return_by" text
);
--> statement-breakpoint
ALTER TABLE "survey_papers" ADD CONSTRAINT "survey_papers_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_papers" ADD CONSTRAINT "survey_papers_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "survey_papers_survey" ON "survey_papers" USING btree ("authority_id","survey_id");