CREATE TABLE "plan_dependencies" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"line_id" text NOT NULL,
	"waits_for_id" text NOT NULL,
	"lag_days" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_drift_kept" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"drift_key" text NOT NULL,
	"says" text NOT NULL,
	"because" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_progress" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"line_id" text NOT NULL,
	"standing" text NOT NULL,
	"status" text NOT NULL,
	"note" text NOT NULL,
	"on_day" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"line_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"owner" text NOT NULL,
	"due_on" text,
	"done_on" text,
	"position" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "communication_reach" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"communication_id" text NOT NULL,
	"on" text NOT NULL,
	"reached" bigint NOT NULL,
	"source" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "communications" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"title" text NOT NULL,
	"audience" text NOT NULL,
	"groups" json NOT NULL,
	"message" text NOT NULL,
	"channel" text NOT NULL,
	"languages" json NOT NULL,
	"from_on" text,
	"until_on" text,
	"frequency" text NOT NULL,
	"owner" text NOT NULL,
	"counts" text NOT NULL,
	"target" bigint,
	"target_on" text,
	"line_id" text,
	"cost_id" text,
	"tested_in" text,
	"note" text NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "self_evaluation_items" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"framework" text NOT NULL,
	"title" text NOT NULL,
	"means" json NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "self_evaluation_rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"number" bigint NOT NULL,
	"name" text NOT NULL,
	"started_on" text NOT NULL,
	"closed_on" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "self_evaluations" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"round_id" text NOT NULL,
	"framework" text NOT NULL,
	"item_id" text NOT NULL,
	"rating" text NOT NULL,
	"evidence" text NOT NULL,
	"improve" text NOT NULL,
	"owner" text NOT NULL,
	"due_on" text,
	"panel_rating" text NOT NULL,
	"panel_said" text NOT NULL,
	"tied" json NOT NULL,
	"line_id" text,
	"version" bigint NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sharing_agreements" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"title" text NOT NULL,
	"partners" text NOT NULL,
	"data" text NOT NULL,
	"purpose" text NOT NULL,
	"basis" text NOT NULL,
	"condition" text NOT NULL,
	"state" text NOT NULL,
	"blocked_by" text NOT NULL,
	"signed_on" text,
	"review_on" text,
	"dpia" text NOT NULL,
	"dpia_on" text,
	"owner" text NOT NULL,
	"line_ids" json NOT NULL,
	"requirement_keys" json NOT NULL,
	"note" text NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "brought_publications" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"owner" text NOT NULL,
	"title" text NOT NULL,
	"content" json NOT NULL,
	"brought_at" timestamp (3) with time zone NOT NULL,
	"brought_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "likeness_judgements" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"code" text NOT NULL,
	"ours" text NOT NULL,
	"theirs" text NOT NULL,
	"verdict" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "published_plans" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"version_id" text NOT NULL,
	"code" text NOT NULL,
	"content" json NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "taken_fragments" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"code" text NOT NULL,
	"origin" json NOT NULL,
	"taken" json NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	"taken_by" text NOT NULL,
	"looked_at" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "measure_benchmarks" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"measure_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"value" double precision NOT NULL,
	"numerator" double precision,
	"denominator" double precision,
	"period_start" text NOT NULL,
	"period_end" text NOT NULL,
	"source" text NOT NULL,
	"file_id" text NOT NULL,
	"entered_by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outcome_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"measure_id" text NOT NULL,
	"quarter" text NOT NULL,
	"number" bigint NOT NULL,
	"means" text NOT NULL,
	"next" text NOT NULL,
	"entered_by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reach_counts" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"return_id" text NOT NULL,
	"site_id" text NOT NULL,
	"site_name" text NOT NULL,
	"what" text NOT NULL,
	"breakdown" text NOT NULL,
	"group_name" text NOT NULL,
	"count" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reach_returns" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"quarter" text NOT NULL,
	"number" bigint NOT NULL,
	"note" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"submitted_by" text,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tool_scores" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"tool_id" text NOT NULL,
	"measure_id" text NOT NULL,
	"service" text NOT NULL,
	"period_start" text NOT NULL,
	"period_end" text NOT NULL,
	"pairs" bigint NOT NULL,
	"mean_before" double precision NOT NULL,
	"sd_before" double precision,
	"mean_after" double precision NOT NULL,
	"sd_after" double precision,
	"sd_change" double precision,
	"improved" bigint,
	"worsened" bigint,
	"only_before" bigint,
	"reliability" double precision,
	"reliability_source" text NOT NULL,
	"came" text NOT NULL,
	"note" text NOT NULL,
	"entered_by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "avoided_costs" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"what" text NOT NULL,
	"per" text NOT NULL,
	"low_pence" bigint NOT NULL,
	"central_pence" bigint NOT NULL,
	"high_pence" bigint NOT NULL,
	"price_year" text NOT NULL,
	"who_saves" text NOT NULL,
	"source" text NOT NULL,
	"source_url" text NOT NULL,
	"grade" text NOT NULL,
	"note" text NOT NULL,
	"starter" text NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "benefit_cases" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"name" text NOT NULL,
	"first_year" text NOT NULL,
	"years" bigint NOT NULL,
	"discount" bigint NOT NULL,
	"optimism_low" bigint NOT NULL,
	"optimism_central" bigint NOT NULL,
	"optimism_high" bigint NOT NULL,
	"cost_pence" bigint,
	"note" text NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "benefit_items" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"case_id" text NOT NULL,
	"avoided_id" text NOT NULL,
	"count_low" bigint NOT NULL,
	"count_central" bigint NOT NULL,
	"count_high" bigint NOT NULL,
	"attribution_low" bigint NOT NULL,
	"attribution_central" bigint NOT NULL,
	"attribution_high" bigint NOT NULL,
	"deadweight_low" bigint NOT NULL,
	"deadweight_central" bigint NOT NULL,
	"deadweight_high" bigint NOT NULL,
	"from_year" bigint NOT NULL,
	"basis" text NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_costs" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"line_id" text,
	"what" text NOT NULL,
	"kind" text NOT NULL,
	"stream_id" text,
	"strand" text NOT NULL,
	"year" text NOT NULL,
	"amount_pence" bigint,
	"capital" boolean NOT NULL,
	"note" text NOT NULL,
	"batch" text NOT NULL,
	"position" bigint NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stream_years" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"stream_id" text NOT NULL,
	"year" text NOT NULL,
	"amount_pence" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit_costs" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"what" text NOT NULL,
	"kind" text NOT NULL,
	"plan_year" text NOT NULL,
	"cost_pence" bigint,
	"cost_step_pence" bigint NOT NULL,
	"cost_from" text,
	"cost_to" text,
	"counted" bigint,
	"count_step" bigint NOT NULL,
	"count_from" text,
	"count_to" text,
	"unit_pence" bigint,
	"unit_step_pence" bigint NOT NULL,
	"source" text NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "authority_packs" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"pack_id" text NOT NULL,
	"version" bigint NOT NULL,
	"content" json NOT NULL,
	"file_name" text NOT NULL,
	"why" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"withdrawn" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pack_corrections" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"pack_id" text NOT NULL,
	"requirement_id" text NOT NULL,
	"field" text NOT NULL,
	"was" text NOT NULL,
	"is" text NOT NULL,
	"why" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"withdrawn" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "plan_lines" ALTER COLUMN "milestone" SET DEFAULT '';--> statement-breakpoint
ALTER TABLE "theory_links" ADD COLUMN "drawn_by" text;--> statement-breakpoint
ALTER TABLE "theory_links" ADD COLUMN "drawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "theory_pieces" ADD COLUMN "drawn_by" text;--> statement-breakpoint
ALTER TABLE "theory_pieces" ADD COLUMN "drawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "funding_streams" ADD COLUMN "kind" text DEFAULT 'other' NOT NULL;--> statement-breakpoint
ALTER TABLE "funding_streams" ADD COLUMN "starts_on" text;--> statement-breakpoint
ALTER TABLE "funding_streams" ADD COLUMN "conditions" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "funding_streams" ADD COLUMN "pays" text DEFAULT 'both' NOT NULL;--> statement-breakpoint
ALTER TABLE "funding_streams" ADD COLUMN "ring_strands" json;--> statement-breakpoint
ALTER TABLE "funding_streams" ADD COLUMN "ring_kinds" json;--> statement-breakpoint
ALTER TABLE "plan_lines" ADD COLUMN "objective" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_lines" ADD COLUMN "partners" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_lines" ADD COLUMN "success_criteria" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_lines" ADD COLUMN "communications" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_lines" ADD COLUMN "strand" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_lines" ADD COLUMN "equality_effect" text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_lines" ADD COLUMN "equality_who" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_lines" ADD COLUMN "equality_response" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_lines" ADD COLUMN "risk" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_lines" ADD COLUMN "risk_likelihood" bigint;--> statement-breakpoint
ALTER TABLE "plan_lines" ADD COLUMN "risk_severity" bigint;--> statement-breakpoint
ALTER TABLE "plan_lines" ADD COLUMN "risk_owner" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_lines" ADD COLUMN "risk_response" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_lines" ADD COLUMN "standing" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_lines" ADD COLUMN "standing_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_lines" ADD COLUMN "standing_on" text;--> statement-breakpoint
ALTER TABLE "thread_links" ADD COLUMN "to_words_then" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_dependencies" ADD CONSTRAINT "plan_dependencies_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_dependencies" ADD CONSTRAINT "plan_dependencies_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_dependencies" ADD CONSTRAINT "plan_dependencies_line_id_plan_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."plan_lines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_dependencies" ADD CONSTRAINT "plan_dependencies_waits_for_id_plan_lines_id_fk" FOREIGN KEY ("waits_for_id") REFERENCES "public"."plan_lines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_drift_kept" ADD CONSTRAINT "plan_drift_kept_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_drift_kept" ADD CONSTRAINT "plan_drift_kept_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_progress" ADD CONSTRAINT "plan_progress_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_progress" ADD CONSTRAINT "plan_progress_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_progress" ADD CONSTRAINT "plan_progress_line_id_plan_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."plan_lines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_steps" ADD CONSTRAINT "plan_steps_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_steps" ADD CONSTRAINT "plan_steps_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_steps" ADD CONSTRAINT "plan_steps_line_id_plan_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."plan_lines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "communication_reach" ADD CONSTRAINT "communication_reach_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "communication_reach" ADD CONSTRAINT "communication_reach_communication_id_communications_id_fk" FOREIGN KEY ("communication_id") REFERENCES "public"."communications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "communications" ADD CONSTRAINT "communications_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "communications" ADD CONSTRAINT "communications_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_evaluation_items" ADD CONSTRAINT "self_evaluation_items_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_evaluation_items" ADD CONSTRAINT "self_evaluation_items_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_evaluation_rounds" ADD CONSTRAINT "self_evaluation_rounds_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_evaluation_rounds" ADD CONSTRAINT "self_evaluation_rounds_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_evaluations" ADD CONSTRAINT "self_evaluations_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_evaluations" ADD CONSTRAINT "self_evaluations_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_evaluations" ADD CONSTRAINT "self_evaluations_round_id_self_evaluation_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."self_evaluation_rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sharing_agreements" ADD CONSTRAINT "sharing_agreements_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sharing_agreements" ADD CONSTRAINT "sharing_agreements_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brought_publications" ADD CONSTRAINT "brought_publications_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brought_publications" ADD CONSTRAINT "brought_publications_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "likeness_judgements" ADD CONSTRAINT "likeness_judgements_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "likeness_judgements" ADD CONSTRAINT "likeness_judgements_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_plans" ADD CONSTRAINT "published_plans_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_plans" ADD CONSTRAINT "published_plans_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_plans" ADD CONSTRAINT "published_plans_version_id_plan_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."plan_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taken_fragments" ADD CONSTRAINT "taken_fragments_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taken_fragments" ADD CONSTRAINT "taken_fragments_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_benchmarks" ADD CONSTRAINT "measure_benchmarks_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_benchmarks" ADD CONSTRAINT "measure_benchmarks_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_notes" ADD CONSTRAINT "outcome_notes_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_notes" ADD CONSTRAINT "outcome_notes_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reach_counts" ADD CONSTRAINT "reach_counts_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reach_counts" ADD CONSTRAINT "reach_counts_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reach_counts" ADD CONSTRAINT "reach_counts_return_id_reach_returns_id_fk" FOREIGN KEY ("return_id") REFERENCES "public"."reach_returns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reach_returns" ADD CONSTRAINT "reach_returns_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reach_returns" ADD CONSTRAINT "reach_returns_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tool_scores" ADD CONSTRAINT "tool_scores_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tool_scores" ADD CONSTRAINT "tool_scores_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "avoided_costs" ADD CONSTRAINT "avoided_costs_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "benefit_cases" ADD CONSTRAINT "benefit_cases_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "benefit_cases" ADD CONSTRAINT "benefit_cases_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "benefit_items" ADD CONSTRAINT "benefit_items_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "benefit_items" ADD CONSTRAINT "benefit_items_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "benefit_items" ADD CONSTRAINT "benefit_items_case_id_benefit_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."benefit_cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "benefit_items" ADD CONSTRAINT "benefit_items_avoided_id_avoided_costs_id_fk" FOREIGN KEY ("avoided_id") REFERENCES "public"."avoided_costs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_costs" ADD CONSTRAINT "plan_costs_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_costs" ADD CONSTRAINT "plan_costs_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_costs" ADD CONSTRAINT "plan_costs_line_id_plan_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."plan_lines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_costs" ADD CONSTRAINT "plan_costs_stream_id_funding_streams_id_fk" FOREIGN KEY ("stream_id") REFERENCES "public"."funding_streams"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stream_years" ADD CONSTRAINT "stream_years_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stream_years" ADD CONSTRAINT "stream_years_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stream_years" ADD CONSTRAINT "stream_years_stream_id_funding_streams_id_fk" FOREIGN KEY ("stream_id") REFERENCES "public"."funding_streams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_costs" ADD CONSTRAINT "unit_costs_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_costs" ADD CONSTRAINT "unit_costs_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authority_packs" ADD CONSTRAINT "authority_packs_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pack_corrections" ADD CONSTRAINT "pack_corrections_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "plan_dependencies_once" ON "plan_dependencies" USING btree ("authority_id","programme_id","line_id","waits_for_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_drift_kept_once" ON "plan_drift_kept" USING btree ("authority_id","programme_id","drift_key");--> statement-breakpoint
CREATE INDEX "plan_progress_line" ON "plan_progress" USING btree ("authority_id","programme_id","line_id");--> statement-breakpoint
CREATE INDEX "plan_steps_programme" ON "plan_steps" USING btree ("authority_id","programme_id","line_id");--> statement-breakpoint
CREATE UNIQUE INDEX "communication_reach_day" ON "communication_reach" USING btree ("authority_id","communication_id","on");--> statement-breakpoint
CREATE INDEX "communications_programme" ON "communications" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE INDEX "self_evaluation_items_programme" ON "self_evaluation_items" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "self_evaluation_rounds_number" ON "self_evaluation_rounds" USING btree ("authority_id","programme_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "self_evaluations_once" ON "self_evaluations" USING btree ("authority_id","round_id","framework","item_id");--> statement-breakpoint
CREATE INDEX "self_evaluations_programme" ON "self_evaluations" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE INDEX "sharing_agreements_programme" ON "sharing_agreements" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE INDEX "brought_publications_programme" ON "brought_publications" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "likeness_judgements_once" ON "likeness_judgements" USING btree ("authority_id","programme_id","code","ours","theirs");--> statement-breakpoint
CREATE UNIQUE INDEX "published_plans_version" ON "published_plans" USING btree ("authority_id","version_id");--> statement-breakpoint
CREATE INDEX "published_plans_programme" ON "published_plans" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE INDEX "published_plans_code" ON "published_plans" USING btree ("code");--> statement-breakpoint
CREATE INDEX "taken_fragments_programme" ON "taken_fragments" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "measure_benchmarks_once" ON "measure_benchmarks" USING btree ("authority_id","programme_id","measure_id","kind","name","period_end");--> statement-breakpoint
CREATE UNIQUE INDEX "outcome_notes_once" ON "outcome_notes" USING btree ("authority_id","programme_id","measure_id","quarter","number");--> statement-breakpoint
CREATE UNIQUE INDEX "reach_counts_once" ON "reach_counts" USING btree ("authority_id","return_id","site_name","what","breakdown","group_name");--> statement-breakpoint
CREATE UNIQUE INDEX "reach_returns_once" ON "reach_returns" USING btree ("authority_id","programme_id","quarter","number");--> statement-breakpoint
CREATE INDEX "tool_scores_programme" ON "tool_scores" USING btree ("authority_id","programme_id","tool_id");--> statement-breakpoint
CREATE INDEX "avoided_costs_authority" ON "avoided_costs" USING btree ("authority_id","created_at");--> statement-breakpoint
CREATE INDEX "benefit_cases_programme" ON "benefit_cases" USING btree ("authority_id","programme_id","created_at");--> statement-breakpoint
CREATE INDEX "benefit_items_programme" ON "benefit_items" USING btree ("authority_id","programme_id","case_id");--> statement-breakpoint
CREATE INDEX "plan_costs_programme" ON "plan_costs" USING btree ("authority_id","programme_id","position");--> statement-breakpoint
CREATE INDEX "plan_costs_line" ON "plan_costs" USING btree ("authority_id","line_id");--> statement-breakpoint
CREATE INDEX "stream_years_programme" ON "stream_years" USING btree ("authority_id","programme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "stream_years_once" ON "stream_years" USING btree ("authority_id","stream_id","year");--> statement-breakpoint
CREATE INDEX "unit_costs_programme" ON "unit_costs" USING btree ("authority_id","programme_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "authority_packs_version" ON "authority_packs" USING btree ("authority_id","pack_id","version");--> statement-breakpoint
CREATE INDEX "pack_corrections_of" ON "pack_corrections" USING btree ("authority_id","pack_id","requirement_id");
--> statement-breakpoint
-- A milestone was one text of its line: it is a step of it now, with a day and an owner to come.
INSERT INTO "plan_steps" ("id", "authority_id", "programme_id", "line_id", "kind", "title", "owner", "due_on", "done_on", "position")
SELECT "id", "authority_id", "programme_id", "id", 'milestone', "milestone", '', NULL, NULL, 1
FROM "plan_lines" WHERE trim("milestone") <> '';--> statement-breakpoint
ALTER TABLE "plan_lines" DROP COLUMN "milestone";
--> statement-breakpoint
CREATE TABLE "line_reasons" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"line_id" text NOT NULL,
	"because" text NOT NULL,
	"said_by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "thread_links" ADD COLUMN "confirmed_words" text;--> statement-breakpoint
ALTER TABLE "thread_links" ADD COLUMN "confirmed_to_words" text;--> statement-breakpoint
ALTER TABLE "thread_links" ADD COLUMN "confirmed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "thread_links" ADD COLUMN "confirmed_by" text;--> statement-breakpoint
ALTER TABLE "line_reasons" ADD CONSTRAINT "line_reasons_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_reasons" ADD CONSTRAINT "line_reasons_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_reasons" ADD CONSTRAINT "line_reasons_line_id_plan_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."plan_lines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "line_reasons_once" ON "line_reasons" USING btree ("authority_id","line_id");
--> statement-breakpoint
CREATE TABLE "document_sections" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"document" text NOT NULL,
	"section" text NOT NULL,
	"position" bigint,
	"hidden" boolean DEFAULT false NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"before" text DEFAULT '' NOT NULL,
	"after" text DEFAULT '' NOT NULL,
	"version" bigint NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"document" text NOT NULL,
	"number" bigint NOT NULL,
	"name" text NOT NULL,
	"model" json NOT NULL,
	"digest" text NOT NULL,
	"kept_by" text NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "document_sections" ADD CONSTRAINT "document_sections_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_sections" ADD CONSTRAINT "document_sections_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "document_sections_once" ON "document_sections" USING btree ("authority_id","programme_id","document","section");--> statement-breakpoint
CREATE UNIQUE INDEX "document_versions_number" ON "document_versions" USING btree ("authority_id","programme_id","document","number");
--> statement-breakpoint
ALTER TABLE "self_evaluation_items" ADD COLUMN "about_item" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "avoided_costs" ADD COLUMN "counts" text DEFAULT 'budget' NOT NULL;--> statement-breakpoint
ALTER TABLE "benefit_cases" ADD COLUMN "overrun_low" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "benefit_cases" ADD COLUMN "overrun_central" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "benefit_cases" ADD COLUMN "overrun_high" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_costs" ADD COLUMN "unfunded" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "plan_versions" ADD COLUMN "name_erased_at" timestamp (3) with time zone;
