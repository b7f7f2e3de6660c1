CREATE TABLE `audit_rows` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`at` integer NOT NULL,
	`person_id` text,
	`person_name` text NOT NULL,
	`action` text NOT NULL,
	`thing_kind` text NOT NULL,
	`thing_id` text NOT NULL,
	`details` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `audit_rows_newest` ON `audit_rows` (`authority_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_rows_thing` ON `audit_rows` (`authority_id`,`thing_kind`,`thing_id`);--> statement-breakpoint
CREATE TABLE `authorities` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`colour` text NOT NULL,
	`is_demonstration` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`role` text NOT NULL,
	`password_hash` text,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
CREATE INDEX `people_authority` ON `people` (`authority_id`,`role`);--> statement-breakpoint
CREATE TABLE `personal_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`replaced_at` integer,
	`last_used_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `personal_links_person` ON `personal_links` (`authority_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `programmes` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`title` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`places` text NOT NULL,
	`packs` text NOT NULL,
	`stage` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `programmes_authority` ON `programmes` (`authority_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`authority_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `answer_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`file_name` text NOT NULL,
	`digest` text NOT NULL,
	`rows` integer NOT NULL,
	`mapping` text NOT NULL,
	`imported_at` integer NOT NULL,
	`imported_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `answer_imports_file` ON `answer_imports` (`authority_id`,`survey_id`,`digest`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`version_id` text NOT NULL,
	`answers` text NOT NULL,
	`submission_key` text NOT NULL,
	`flag` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`version_id`) REFERENCES `survey_versions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `drafts_survey` ON `drafts` (`authority_id`,`survey_id`);--> statement-breakpoint
CREATE INDEX `drafts_age` ON `drafts` (`authority_id`,`updated_at`);--> statement-breakpoint
CREATE TABLE `responses` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`version_id` text NOT NULL,
	`reference` text NOT NULL,
	`submission_key` text NOT NULL,
	`channel` text NOT NULL,
	`import_id` text,
	`answered_on` text NOT NULL,
	`answers` text NOT NULL,
	`flag` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`version_id`) REFERENCES `survey_versions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `responses_submission_key` ON `responses` (`submission_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `responses_reference` ON `responses` (`reference`);--> statement-breakpoint
CREATE INDEX `responses_survey` ON `responses` (`authority_id`,`survey_id`,`answered_on`);--> statement-breakpoint
CREATE TABLE `survey_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`number` integer NOT NULL,
	`definition` text NOT NULL,
	`published_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_versions_number` ON `survey_versions` (`authority_id`,`survey_id`,`number`);--> statement-breakpoint
CREATE TABLE `surveys` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`title` text NOT NULL,
	`code` text NOT NULL,
	`status` text NOT NULL,
	`opens_on` text,
	`closes_on` text,
	`privacy_notice` text NOT NULL,
	`keep_until` text NOT NULL,
	`minutes` integer NOT NULL,
	`definition` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `surveys_code` ON `surveys` (`code`);--> statement-breakpoint
CREATE INDEX `surveys_programme` ON `surveys` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `area_files` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`digest` text NOT NULL,
	`measures` text NOT NULL,
	`areas` integer NOT NULL,
	`imported_at` integer NOT NULL,
	`imported_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `area_files_programme` ON `area_files` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `area_rows` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`file_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`figures` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`file_id`) REFERENCES `area_files`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `area_rows_file` ON `area_rows` (`authority_id`,`file_id`,`code`);--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`kind` text NOT NULL,
	`sentence` text NOT NULL,
	`figures` text NOT NULL,
	`source` text NOT NULL,
	`digest` text NOT NULL,
	`taken_at` integer NOT NULL,
	`taken_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `evidence_programme` ON `evidence` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `needs` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`statement` text NOT NULL,
	`who` text NOT NULL,
	`place` text NOT NULL,
	`how_many` text NOT NULL,
	`priority` text NOT NULL,
	`priority_reason` text NOT NULL,
	`not_now_because` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `needs_programme` ON `needs` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `printed_tables` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`title` text NOT NULL,
	`file_name` text NOT NULL,
	`digest` text NOT NULL,
	`checked` text NOT NULL,
	`imported_at` integer NOT NULL,
	`imported_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `printed_tables_programme` ON `printed_tables` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `consultations` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`title` text NOT NULL,
	`purpose` text NOT NULL,
	`standing` text NOT NULL,
	`status` text NOT NULL,
	`opens_on` text,
	`closes_on` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `consultations_programme` ON `consultations` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `excerpts` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`theme_id` text NOT NULL,
	`source_kind` text NOT NULL,
	`source_id` text NOT NULL,
	`question` text NOT NULL,
	`words` text NOT NULL,
	`digest` text NOT NULL,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`theme_id`) REFERENCES `themes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `excerpts_once` ON `excerpts` (`authority_id`,`theme_id`,`source_kind`,`source_id`,`question`);--> statement-breakpoint
CREATE INDEX `excerpts_source` ON `excerpts` (`authority_id`,`source_kind`,`source_id`);--> statement-breakpoint
CREATE TABLE `panel_contacts` (
	`member_id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`email` text NOT NULL,
	`phone` text NOT NULL,
	`preferred` text NOT NULL,
	`language` text NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `panel_members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `panel_members` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`about` text NOT NULL,
	`joined_on` text NOT NULL,
	`left_on` text,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `panel_members_programme` ON `panel_members` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `panel_members_person` ON `panel_members` (`authority_id`,`programme_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `replies` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`theme_id` text NOT NULL,
	`you_said` text NOT NULL,
	`status` text NOT NULL,
	`words` text NOT NULL,
	`because` text NOT NULL,
	`owner` text NOT NULL,
	`due_on` text,
	`published_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`theme_id`) REFERENCES `themes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `replies_theme` ON `replies` (`authority_id`,`theme_id`);--> statement-breakpoint
CREATE TABLE `statements` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`consultation_id` text NOT NULL,
	`text` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `statements_consultation` ON `statements` (`authority_id`,`consultation_id`,`position`);--> statement-breakpoint
CREATE TABLE `themes` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`name` text NOT NULL,
	`definition` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `themes_programme` ON `themes` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `votes` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`statement_id` text NOT NULL,
	`member_id` text NOT NULL,
	`vote` text NOT NULL,
	`comment` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `panel_members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `votes_once` ON `votes` (`authority_id`,`statement_id`,`member_id`);--> statement-breakpoint
CREATE INDEX `votes_member` ON `votes` (`authority_id`,`member_id`);--> statement-breakpoint
CREATE TABLE `theories` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`title` text NOT NULL,
	`sequence` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `theories_programme` ON `theories` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `theory_boxes` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`theory_id` text NOT NULL,
	`type` text NOT NULL,
	`label` text NOT NULL,
	`detail` text NOT NULL,
	`more` text NOT NULL,
	`x` real,
	`y` real,
	`position` real NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`theory_id`) REFERENCES `theories`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `theory_boxes_theory` ON `theory_boxes` (`authority_id`,`theory_id`);--> statement-breakpoint
CREATE TABLE `theory_links` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`theory_id` text NOT NULL,
	`kind` text NOT NULL,
	`source` text NOT NULL,
	`target` text NOT NULL,
	`reason` text NOT NULL,
	`more` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`theory_id`) REFERENCES `theories`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `theory_links_theory` ON `theory_links` (`authority_id`,`theory_id`);--> statement-breakpoint
CREATE TABLE `theory_operations` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`theory_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`client_op_id` text NOT NULL,
	`person_id` text NOT NULL,
	`person_name` text NOT NULL,
	`operation` text NOT NULL,
	`inverse` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`theory_id`) REFERENCES `theories`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `theory_operations_order` ON `theory_operations` (`authority_id`,`theory_id`,`sequence`);--> statement-breakpoint
CREATE UNIQUE INDEX `theory_operations_once` ON `theory_operations` (`authority_id`,`theory_id`,`client_op_id`);--> statement-breakpoint
CREATE TABLE `coverage_judgements` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`pack_id` text NOT NULL,
	`requirement_id` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`decided_at` integer NOT NULL,
	`decided_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `coverage_judgements_once` ON `coverage_judgements` (`authority_id`,`programme_id`,`pack_id`,`requirement_id`);--> statement-breakpoint
CREATE TABLE `funding_streams` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`name` text NOT NULL,
	`amount_pence` integer NOT NULL,
	`ring_fence` text NOT NULL,
	`ends_on` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `funding_streams_programme` ON `funding_streams` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `plan_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`title` text NOT NULL,
	`owner` text NOT NULL,
	`starts_on` text,
	`ends_on` text,
	`milestone` text NOT NULL,
	`cost_pence` integer,
	`stream_id` text,
	`status` text NOT NULL,
	`position` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`stream_id`) REFERENCES `funding_streams`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `plan_lines_programme` ON `plan_lines` (`authority_id`,`programme_id`,`position`);--> statement-breakpoint
CREATE TABLE `thread_links` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`from_kind` text NOT NULL,
	`from_id` text NOT NULL,
	`to_kind` text NOT NULL,
	`to_id` text NOT NULL,
	`note` text NOT NULL,
	`words_then` text DEFAULT '' NOT NULL,
	`tied_at` integer NOT NULL,
	`tied_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `thread_links_once` ON `thread_links` (`authority_id`,`from_kind`,`from_id`,`to_kind`,`to_id`);--> statement-breakpoint
CREATE INDEX `thread_links_down` ON `thread_links` (`authority_id`,`from_kind`,`from_id`);--> statement-breakpoint
CREATE INDEX `thread_links_up` ON `thread_links` (`authority_id`,`to_kind`,`to_id`);--> statement-breakpoint
CREATE INDEX `thread_links_programme` ON `thread_links` (`authority_id`,`programme_id`);