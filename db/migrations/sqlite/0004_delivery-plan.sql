CREATE TABLE `plan_dependencies` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`line_id` text NOT NULL,
	`waits_for_id` text NOT NULL,
	`lag_days` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`line_id`) REFERENCES `plan_lines`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`waits_for_id`) REFERENCES `plan_lines`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_dependencies_once` ON `plan_dependencies` (`authority_id`,`programme_id`,`line_id`,`waits_for_id`);--> statement-breakpoint
CREATE TABLE `plan_drift_kept` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`drift_key` text NOT NULL,
	`says` text NOT NULL,
	`because` text NOT NULL,
	`by_name` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_drift_kept_once` ON `plan_drift_kept` (`authority_id`,`programme_id`,`drift_key`);--> statement-breakpoint
CREATE TABLE `plan_progress` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`line_id` text NOT NULL,
	`standing` text NOT NULL,
	`status` text NOT NULL,
	`note` text NOT NULL,
	`on_day` text NOT NULL,
	`by_name` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`line_id`) REFERENCES `plan_lines`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `plan_progress_line` ON `plan_progress` (`authority_id`,`programme_id`,`line_id`);--> statement-breakpoint
CREATE TABLE `plan_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`line_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`owner` text NOT NULL,
	`due_on` text,
	`done_on` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`line_id`) REFERENCES `plan_lines`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `plan_steps_programme` ON `plan_steps` (`authority_id`,`programme_id`,`line_id`);--> statement-breakpoint
CREATE TABLE `communication_reach` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`communication_id` text NOT NULL,
	`on` text NOT NULL,
	`reached` integer NOT NULL,
	`source` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`communication_id`) REFERENCES `communications`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `communication_reach_day` ON `communication_reach` (`authority_id`,`communication_id`,`on`);--> statement-breakpoint
CREATE TABLE `communications` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`title` text NOT NULL,
	`audience` text NOT NULL,
	`groups` text NOT NULL,
	`message` text NOT NULL,
	`channel` text NOT NULL,
	`languages` text NOT NULL,
	`from_on` text,
	`until_on` text,
	`frequency` text NOT NULL,
	`owner` text NOT NULL,
	`counts` text NOT NULL,
	`target` integer,
	`target_on` text,
	`line_id` text,
	`cost_id` text,
	`tested_in` text,
	`note` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `communications_programme` ON `communications` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `self_evaluation_items` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`framework` text NOT NULL,
	`title` text NOT NULL,
	`means` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `self_evaluation_items_programme` ON `self_evaluation_items` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `self_evaluation_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`started_on` text NOT NULL,
	`closed_on` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `self_evaluation_rounds_number` ON `self_evaluation_rounds` (`authority_id`,`programme_id`,`number`);--> statement-breakpoint
CREATE TABLE `self_evaluations` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`round_id` text NOT NULL,
	`framework` text NOT NULL,
	`item_id` text NOT NULL,
	`rating` text NOT NULL,
	`evidence` text NOT NULL,
	`improve` text NOT NULL,
	`owner` text NOT NULL,
	`due_on` text,
	`panel_rating` text NOT NULL,
	`panel_said` text NOT NULL,
	`tied` text NOT NULL,
	`line_id` text,
	`version` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`round_id`) REFERENCES `self_evaluation_rounds`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `self_evaluations_once` ON `self_evaluations` (`authority_id`,`round_id`,`framework`,`item_id`);--> statement-breakpoint
CREATE INDEX `self_evaluations_programme` ON `self_evaluations` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `sharing_agreements` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`title` text NOT NULL,
	`partners` text NOT NULL,
	`data` text NOT NULL,
	`purpose` text NOT NULL,
	`basis` text NOT NULL,
	`condition` text NOT NULL,
	`state` text NOT NULL,
	`blocked_by` text NOT NULL,
	`signed_on` text,
	`review_on` text,
	`dpia` text NOT NULL,
	`dpia_on` text,
	`owner` text NOT NULL,
	`line_ids` text NOT NULL,
	`requirement_keys` text NOT NULL,
	`note` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sharing_agreements_programme` ON `sharing_agreements` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `brought_publications` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`owner` text NOT NULL,
	`title` text NOT NULL,
	`content` text NOT NULL,
	`brought_at` integer NOT NULL,
	`brought_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `brought_publications_programme` ON `brought_publications` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `likeness_judgements` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`code` text NOT NULL,
	`ours` text NOT NULL,
	`theirs` text NOT NULL,
	`verdict` text NOT NULL,
	`decided_at` integer NOT NULL,
	`decided_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `likeness_judgements_once` ON `likeness_judgements` (`authority_id`,`programme_id`,`code`,`ours`,`theirs`);--> statement-breakpoint
CREATE TABLE `published_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`version_id` text NOT NULL,
	`code` text NOT NULL,
	`content` text NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`version_id`) REFERENCES `plan_versions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `published_plans_version` ON `published_plans` (`authority_id`,`version_id`);--> statement-breakpoint
CREATE INDEX `published_plans_programme` ON `published_plans` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE INDEX `published_plans_code` ON `published_plans` (`code`);--> statement-breakpoint
CREATE TABLE `taken_fragments` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`code` text NOT NULL,
	`origin` text NOT NULL,
	`taken` text NOT NULL,
	`taken_at` integer NOT NULL,
	`taken_by` text NOT NULL,
	`looked_at` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `taken_fragments_programme` ON `taken_fragments` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `measure_benchmarks` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`measure_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`value` real NOT NULL,
	`numerator` real,
	`denominator` real,
	`period_start` text NOT NULL,
	`period_end` text NOT NULL,
	`source` text NOT NULL,
	`file_id` text NOT NULL,
	`entered_by` text NOT NULL,
	`at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `measure_benchmarks_once` ON `measure_benchmarks` (`authority_id`,`programme_id`,`measure_id`,`kind`,`name`,`period_end`);--> statement-breakpoint
CREATE TABLE `outcome_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`measure_id` text NOT NULL,
	`quarter` text NOT NULL,
	`number` integer NOT NULL,
	`means` text NOT NULL,
	`next` text NOT NULL,
	`entered_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outcome_notes_once` ON `outcome_notes` (`authority_id`,`programme_id`,`measure_id`,`quarter`,`number`);--> statement-breakpoint
CREATE TABLE `reach_counts` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`return_id` text NOT NULL,
	`site_id` text NOT NULL,
	`site_name` text NOT NULL,
	`what` text NOT NULL,
	`breakdown` text NOT NULL,
	`group_name` text NOT NULL,
	`count` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`return_id`) REFERENCES `reach_returns`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reach_counts_once` ON `reach_counts` (`authority_id`,`return_id`,`site_name`,`what`,`breakdown`,`group_name`);--> statement-breakpoint
CREATE TABLE `reach_returns` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`quarter` text NOT NULL,
	`number` integer NOT NULL,
	`note` text NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`submitted_at` integer,
	`submitted_by` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reach_returns_once` ON `reach_returns` (`authority_id`,`programme_id`,`quarter`,`number`);--> statement-breakpoint
CREATE TABLE `tool_scores` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`tool_id` text NOT NULL,
	`measure_id` text NOT NULL,
	`service` text NOT NULL,
	`period_start` text NOT NULL,
	`period_end` text NOT NULL,
	`pairs` integer NOT NULL,
	`mean_before` real NOT NULL,
	`sd_before` real,
	`mean_after` real NOT NULL,
	`sd_after` real,
	`sd_change` real,
	`improved` integer,
	`worsened` integer,
	`only_before` integer,
	`reliability` real,
	`reliability_source` text NOT NULL,
	`came` text NOT NULL,
	`note` text NOT NULL,
	`entered_by` text NOT NULL,
	`at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `tool_scores_programme` ON `tool_scores` (`authority_id`,`programme_id`,`tool_id`);--> statement-breakpoint
CREATE TABLE `avoided_costs` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`what` text NOT NULL,
	`per` text NOT NULL,
	`low_pence` integer NOT NULL,
	`central_pence` integer NOT NULL,
	`high_pence` integer NOT NULL,
	`price_year` text NOT NULL,
	`who_saves` text NOT NULL,
	`source` text NOT NULL,
	`source_url` text NOT NULL,
	`grade` text NOT NULL,
	`note` text NOT NULL,
	`starter` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `avoided_costs_authority` ON `avoided_costs` (`authority_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `benefit_cases` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`name` text NOT NULL,
	`first_year` text NOT NULL,
	`years` integer NOT NULL,
	`discount` integer NOT NULL,
	`optimism_low` integer NOT NULL,
	`optimism_central` integer NOT NULL,
	`optimism_high` integer NOT NULL,
	`cost_pence` integer,
	`note` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `benefit_cases_programme` ON `benefit_cases` (`authority_id`,`programme_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `benefit_items` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`case_id` text NOT NULL,
	`avoided_id` text NOT NULL,
	`count_low` integer NOT NULL,
	`count_central` integer NOT NULL,
	`count_high` integer NOT NULL,
	`attribution_low` integer NOT NULL,
	`attribution_central` integer NOT NULL,
	`attribution_high` integer NOT NULL,
	`deadweight_low` integer NOT NULL,
	`deadweight_central` integer NOT NULL,
	`deadweight_high` integer NOT NULL,
	`from_year` integer NOT NULL,
	`basis` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`case_id`) REFERENCES `benefit_cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`avoided_id`) REFERENCES `avoided_costs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `benefit_items_programme` ON `benefit_items` (`authority_id`,`programme_id`,`case_id`);--> statement-breakpoint
CREATE TABLE `plan_costs` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`line_id` text,
	`what` text NOT NULL,
	`kind` text NOT NULL,
	`stream_id` text,
	`strand` text NOT NULL,
	`year` text NOT NULL,
	`amount_pence` integer,
	`capital` integer NOT NULL,
	`note` text NOT NULL,
	`batch` text NOT NULL,
	`position` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`line_id`) REFERENCES `plan_lines`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`stream_id`) REFERENCES `funding_streams`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `plan_costs_programme` ON `plan_costs` (`authority_id`,`programme_id`,`position`);--> statement-breakpoint
CREATE INDEX `plan_costs_line` ON `plan_costs` (`authority_id`,`line_id`);--> statement-breakpoint
CREATE TABLE `stream_years` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`stream_id` text NOT NULL,
	`year` text NOT NULL,
	`amount_pence` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`stream_id`) REFERENCES `funding_streams`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `stream_years_programme` ON `stream_years` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `stream_years_once` ON `stream_years` (`authority_id`,`stream_id`,`year`);--> statement-breakpoint
CREATE TABLE `unit_costs` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`what` text NOT NULL,
	`kind` text NOT NULL,
	`plan_year` text NOT NULL,
	`cost_pence` integer,
	`cost_step_pence` integer NOT NULL,
	`cost_from` text,
	`cost_to` text,
	`counted` integer,
	`count_step` integer NOT NULL,
	`count_from` text,
	`count_to` text,
	`unit_pence` integer,
	`unit_step_pence` integer NOT NULL,
	`source` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `unit_costs_programme` ON `unit_costs` (`authority_id`,`programme_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `authority_packs` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`pack_id` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`file_name` text NOT NULL,
	`why` text NOT NULL,
	`by_name` text NOT NULL,
	`at` integer NOT NULL,
	`withdrawn` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `authority_packs_version` ON `authority_packs` (`authority_id`,`pack_id`,`version`);--> statement-breakpoint
CREATE TABLE `pack_corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`pack_id` text NOT NULL,
	`requirement_id` text NOT NULL,
	`field` text NOT NULL,
	`was` text NOT NULL,
	`is` text NOT NULL,
	`why` text NOT NULL,
	`by_name` text NOT NULL,
	`at` integer NOT NULL,
	`withdrawn` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `pack_corrections_of` ON `pack_corrections` (`authority_id`,`pack_id`,`requirement_id`);--> statement-breakpoint
ALTER TABLE `plan_lines` ADD `objective` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `plan_lines` ADD `partners` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `plan_lines` ADD `success_criteria` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `plan_lines` ADD `communications` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `plan_lines` ADD `strand` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `plan_lines` ADD `equality_effect` text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE `plan_lines` ADD `equality_who` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `plan_lines` ADD `equality_response` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `plan_lines` ADD `risk` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `plan_lines` ADD `risk_likelihood` integer;--> statement-breakpoint
ALTER TABLE `plan_lines` ADD `risk_severity` integer;--> statement-breakpoint
ALTER TABLE `plan_lines` ADD `risk_owner` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `plan_lines` ADD `risk_response` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `plan_lines` ADD `standing` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `plan_lines` ADD `standing_note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `plan_lines` ADD `standing_on` text;--> statement-breakpoint
ALTER TABLE `theory_links` ADD `drawn_by` text;--> statement-breakpoint
ALTER TABLE `theory_links` ADD `drawn_at` integer;--> statement-breakpoint
ALTER TABLE `theory_pieces` ADD `drawn_by` text;--> statement-breakpoint
ALTER TABLE `theory_pieces` ADD `drawn_at` integer;--> statement-breakpoint
ALTER TABLE `funding_streams` ADD `kind` text DEFAULT 'other' NOT NULL;--> statement-breakpoint
ALTER TABLE `funding_streams` ADD `starts_on` text;--> statement-breakpoint
ALTER TABLE `funding_streams` ADD `conditions` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `funding_streams` ADD `pays` text DEFAULT 'both' NOT NULL;--> statement-breakpoint
ALTER TABLE `funding_streams` ADD `ring_strands` text;--> statement-breakpoint
ALTER TABLE `funding_streams` ADD `ring_kinds` text;--> statement-breakpoint
ALTER TABLE `thread_links` ADD `to_words_then` text DEFAULT '' NOT NULL;
--> statement-breakpoint
-- A milestone was one text of its line: it is a step of it now, with a day and an owner to come.
INSERT INTO `plan_steps` (`id`, `authority_id`, `programme_id`, `line_id`, `kind`, `title`, `owner`, `due_on`, `done_on`, `position`)
SELECT `id`, `authority_id`, `programme_id`, `id`, 'milestone', `milestone`, '', NULL, NULL, 1
FROM `plan_lines` WHERE trim(`milestone`) <> '';--> statement-breakpoint
ALTER TABLE `plan_lines` DROP COLUMN `milestone`;
--> statement-breakpoint
CREATE TABLE `line_reasons` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`line_id` text NOT NULL,
	`because` text NOT NULL,
	`said_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`line_id`) REFERENCES `plan_lines`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `line_reasons_once` ON `line_reasons` (`authority_id`,`line_id`);--> statement-breakpoint
ALTER TABLE `thread_links` ADD `confirmed_words` text;--> statement-breakpoint
ALTER TABLE `thread_links` ADD `confirmed_to_words` text;--> statement-breakpoint
ALTER TABLE `thread_links` ADD `confirmed_at` integer;--> statement-breakpoint
ALTER TABLE `thread_links` ADD `confirmed_by` text;
--> statement-breakpoint
CREATE TABLE `document_sections` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`document` text NOT NULL,
	`section` text NOT NULL,
	`position` integer,
	`hidden` integer DEFAULT false NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`before` text DEFAULT '' NOT NULL,
	`after` text DEFAULT '' NOT NULL,
	`version` integer NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `document_sections_once` ON `document_sections` (`authority_id`,`programme_id`,`document`,`section`);--> statement-breakpoint
CREATE TABLE `document_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`document` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`model` text NOT NULL,
	`digest` text NOT NULL,
	`kept_by` text NOT NULL,
	`kept_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `document_versions_number` ON `document_versions` (`authority_id`,`programme_id`,`document`,`number`);
--> statement-breakpoint
ALTER TABLE `self_evaluation_items` ADD `about_item` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `avoided_costs` ADD `counts` text DEFAULT 'budget' NOT NULL;--> statement-breakpoint
ALTER TABLE `benefit_cases` ADD `overrun_low` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `benefit_cases` ADD `overrun_central` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `benefit_cases` ADD `overrun_high` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `plan_costs` ADD `unfunded` integer DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE `plan_versions` ADD `name_erased_at` integer;
