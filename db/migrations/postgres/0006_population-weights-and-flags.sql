CREATE TABLE "answer_reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"response_id" text NOT NULL,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "finding_words" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "implausible_pairs" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"question" text NOT NULL,
	"option" text NOT NULL,
	"other_question" text NOT NULL,
	"other_option" text NOT NULL,
	"why" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"saved_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "population_margins" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"question" text NOT NULL,
	"unit" text NOT NULL,
	"groups" json NOT NULL,
	"source" text NOT NULL,
	"as_at" text NOT NULL,
	"assumed" boolean NOT NULL,
	"version" bigint NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"saved_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reach_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"group_label" text NOT NULL,
	"done_on" text NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "weightings" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"is_on" boolean NOT NULL,
	"questions" json NOT NULL,
	"lowest" double precision NOT NULL,
	"highest" double precision NOT NULL,
	"missing" text NOT NULL,
	"version" bigint NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"saved_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "answer_reviews" ADD CONSTRAINT "answer_reviews_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_reviews" ADD CONSTRAINT "answer_reviews_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_reviews" ADD CONSTRAINT "answer_reviews_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_words" ADD CONSTRAINT "finding_words_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_words" ADD CONSTRAINT "finding_words_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "implausible_pairs" ADD CONSTRAINT "implausible_pairs_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "implausible_pairs" ADD CONSTRAINT "implausible_pairs_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "population_margins" ADD CONSTRAINT "population_margins_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "population_margins" ADD CONSTRAINT "population_margins_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reach_notes" ADD CONSTRAINT "reach_notes_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reach_notes" ADD CONSTRAINT "reach_notes_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weightings" ADD CONSTRAINT "weightings_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weightings" ADD CONSTRAINT "weightings_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "answer_reviews_response" ON "answer_reviews" USING btree ("authority_id","survey_id","response_id");--> statement-breakpoint
CREATE INDEX "finding_words_programme" ON "finding_words" USING btree ("authority_id","programme_id","kind");--> statement-breakpoint
CREATE INDEX "implausible_pairs_survey" ON "implausible_pairs" USING btree ("authority_id","survey_id");--> statement-breakpoint
CREATE UNIQUE INDEX "population_margins_question" ON "population_margins" USING btree ("authority_id","survey_id","question");--> statement-breakpoint
CREATE INDEX "reach_notes_survey" ON "reach_notes" USING btree ("authority_id","survey_id","done_on");--> statement-breakpoint
CREATE UNIQUE INDEX "weightings_survey" ON "weightings" USING btree ("authority_id","survey_id");