CREATE TABLE "coding_readings" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"source_kind" text NOT NULL,
	"source_id" text NOT NULL,
	"question" text NOT NULL,
	"digest" text NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	"read_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quotes" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"theme_id" text NOT NULL,
	"source_kind" text NOT NULL,
	"source_id" text NOT NULL,
	"question" text NOT NULL,
	"words" text NOT NULL,
	"chosen_at" timestamp (3) with time zone NOT NULL,
	"chosen_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "redactions" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"source_kind" text NOT NULL,
	"source_id" text NOT NULL,
	"question" text NOT NULL,
	"words" text NOT NULL,
	"digest" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "second_items" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"sample_id" text NOT NULL,
	"position" bigint NOT NULL,
	"source_kind" text NOT NULL,
	"source_id" text NOT NULL,
	"question" text NOT NULL,
	"digest" text NOT NULL,
	"first_themes" json NOT NULL,
	"second_themes" json,
	"agreed_themes" json,
	"agreed_at" timestamp (3) with time zone,
	"agreed_by" text
);
--> statement-breakpoint
CREATE TABLE "second_samples" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"seed" bigint NOT NULL,
	"themes" json NOT NULL,
	"coder_id" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"started_by" text NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "theme_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"what" text NOT NULL,
	"sentence" text NOT NULL,
	"inverse" json NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "need_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"need_id" text NOT NULL,
	"what" text NOT NULL,
	"fields" json NOT NULL,
	"kept" json,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "need_scores" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"need_id" text NOT NULL,
	"criterion" text NOT NULL,
	"score" bigint NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "priority_rules" (
	"programme_id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"weights" json NOT NULL,
	"high_from" bigint NOT NULL,
	"medium_from" bigint NOT NULL,
	"reason" text NOT NULL,
	"version" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "needs" ADD COLUMN "priority_by" text DEFAULT 'person' NOT NULL;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "parent_id" text;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "example" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "is_not" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "notes" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "removed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "merged_into" text;--> statement-breakpoint
ALTER TABLE "thread_links" ADD COLUMN "against" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "coding_readings" ADD CONSTRAINT "coding_readings_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coding_readings" ADD CONSTRAINT "coding_readings_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_items" ADD CONSTRAINT "second_items_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_items" ADD CONSTRAINT "second_items_sample_id_second_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."second_samples"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_samples" ADD CONSTRAINT "second_samples_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_samples" ADD CONSTRAINT "second_samples_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_changes" ADD CONSTRAINT "theme_changes_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_changes" ADD CONSTRAINT "theme_changes_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_changes" ADD CONSTRAINT "need_changes_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_changes" ADD CONSTRAINT "need_changes_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_scores" ADD CONSTRAINT "need_scores_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_scores" ADD CONSTRAINT "need_scores_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_scores" ADD CONSTRAINT "need_scores_need_id_needs_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."needs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priority_rules" ADD CONSTRAINT "priority_rules_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priority_rules" ADD CONSTRAINT "priority_rules_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "coding_readings_once" ON "coding_readings" USING btree ("authority_id","programme_id","source_kind","source_id","question");--> statement-breakpoint
CREATE INDEX "coding_readings_source" ON "coding_readings" USING btree ("authority_id","source_kind","source_id");--> statement-breakpoint
CREATE INDEX "quotes_theme" ON "quotes" USING btree ("authority_id","theme_id");--> statement-breakpoint
CREATE INDEX "quotes_source" ON "quotes" USING btree ("authority_id","source_kind","source_id");--> statement-breakpoint
CREATE UNIQUE INDEX "redactions_once" ON "redactions" USING btree ("authority_id","programme_id","source_kind","source_id","question");--> statement-breakpoint
CREATE INDEX "redactions_source" ON "redactions" USING btree ("authority_id","source_kind","source_id");--> statement-breakpoint
CREATE INDEX "second_items_sample" ON "second_items" USING btree ("authority_id","sample_id","position");--> statement-breakpoint
CREATE INDEX "second_items_source" ON "second_items" USING btree ("authority_id","source_kind","source_id");--> statement-breakpoint
CREATE INDEX "second_samples_programme" ON "second_samples" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE INDEX "theme_changes_programme" ON "theme_changes" USING btree ("authority_id","programme_id","at");--> statement-breakpoint
CREATE INDEX "need_changes_programme" ON "need_changes" USING btree ("authority_id","programme_id","need_id");--> statement-breakpoint
CREATE UNIQUE INDEX "need_scores_once" ON "need_scores" USING btree ("authority_id","need_id","criterion");--> statement-breakpoint
CREATE INDEX "need_scores_programme" ON "need_scores" USING btree ("authority_id","programme_id");