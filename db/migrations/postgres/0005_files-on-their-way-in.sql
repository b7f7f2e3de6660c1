CREATE TABLE "answer_files" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"survey_id" text,
	"file_name" text NOT NULL,
	"format" text NOT NULL,
	"digest" text NOT NULL,
	"bytes" bigint NOT NULL,
	"status" text NOT NULL,
	"progress" bigint NOT NULL,
	"layout" json,
	"mapping" json,
	"outcome" json,
	"brought_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staged_answers" (
	"authority_id" text NOT NULL,
	"import_id" text NOT NULL,
	"n" bigint NOT NULL,
	"id" text NOT NULL,
	"survey_id" text NOT NULL,
	"version_id" text NOT NULL,
	"reference" text NOT NULL,
	"submission_key" text NOT NULL,
	"channel" text NOT NULL,
	"answered_on" text NOT NULL,
	"answers" json NOT NULL,
	"flag" text NOT NULL,
	CONSTRAINT "staged_answers_row" PRIMARY KEY("authority_id","import_id","n")
);
--> statement-breakpoint
ALTER TABLE "answer_files" ADD CONSTRAINT "answer_files_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_files" ADD CONSTRAINT "answer_files_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_files" ADD CONSTRAINT "answer_files_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staged_answers" ADD CONSTRAINT "staged_answers_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_files_programme" ON "answer_files" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE INDEX "answer_files_survey" ON "answer_files" USING btree ("authority_id","survey_id");