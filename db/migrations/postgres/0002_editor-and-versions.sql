CREATE TABLE "disliked_words" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"words" text NOT NULL,
	"instead" text NOT NULL,
	"said_by" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_edits" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"number" bigint NOT NULL,
	"definition" json NOT NULL,
	"what" text NOT NULL,
	"by_name" text NOT NULL,
	"restores" bigint,
	"edited_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "survey_versions" ADD COLUMN "published_by" text;--> statement-breakpoint
ALTER TABLE "survey_versions" ADD COLUMN "languages" json;--> statement-breakpoint
ALTER TABLE "survey_versions" ADD COLUMN "accepted" json;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "lawful_basis" text;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "special_condition" text;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "languages" json;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "translations" json;--> statement-breakpoint
ALTER TABLE "disliked_words" ADD CONSTRAINT "disliked_words_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_edits" ADD CONSTRAINT "survey_edits_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_edits" ADD CONSTRAINT "survey_edits_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "disliked_words_authority" ON "disliked_words" USING btree ("authority_id");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_edits_number" ON "survey_edits" USING btree ("authority_id","survey_id","number");