CREATE TABLE "language_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"language" text NOT NULL,
	"checked_by" text NOT NULL,
	"checked_on" text NOT NULL,
	"digest" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "language_wordings" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"language" text NOT NULL,
	"name" text NOT NULL,
	"wording" text NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_paces" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"step" bigint NOT NULL,
	"answers" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "started_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "phrase_hash" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "language_checks" ADD CONSTRAINT "language_checks_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "language_wordings" ADD CONSTRAINT "language_wordings_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_paces" ADD CONSTRAINT "survey_paces_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_paces" ADD CONSTRAINT "survey_paces_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "language_checks_language" ON "language_checks" USING btree ("authority_id","language");--> statement-breakpoint
CREATE UNIQUE INDEX "language_wordings_name" ON "language_wordings" USING btree ("authority_id","language","name");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_paces_step" ON "survey_paces" USING btree ("authority_id","survey_id","step");--> statement-breakpoint
CREATE INDEX "survey_paces_survey" ON "survey_paces" USING btree ("authority_id","survey_id");--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_phrase" ON "drafts" USING btree ("authority_id","survey_id","phrase_hash");