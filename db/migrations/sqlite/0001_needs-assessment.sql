CREATE TABLE `disliked_words` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`words` text NOT NULL,
	`instead` text NOT NULL,
	`said_by` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `disliked_words_authority` ON `disliked_words` (`authority_id`);--> statement-breakpoint
CREATE TABLE `survey_edits` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`number` integer NOT NULL,
	`definition` text NOT NULL,
	`what` text NOT NULL,
	`by_name` text NOT NULL,
	`restores` integer,
	`edited_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_edits_number` ON `survey_edits` (`authority_id`,`survey_id`,`number`);--> statement-breakpoint
CREATE TABLE `answer_files` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`survey_id` text,
	`file_name` text NOT NULL,
	`format` text NOT NULL,
	`digest` text NOT NULL,
	`bytes` integer NOT NULL,
	`status` text NOT NULL,
	`progress` integer NOT NULL,
	`layout` text,
	`mapping` text,
	`outcome` text,
	`brought_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `answer_files_programme` ON `answer_files` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE INDEX `answer_files_survey` ON `answer_files` (`authority_id`,`survey_id`);--> statement-breakpoint
CREATE TABLE `staged_answers` (
	`authority_id` text NOT NULL,
	`import_id` text NOT NULL,
	`n` integer NOT NULL,
	`id` text NOT NULL,
	`survey_id` text NOT NULL,
	`version_id` text NOT NULL,
	`reference` text NOT NULL,
	`submission_key` text NOT NULL,
	`channel` text NOT NULL,
	`answered_on` text NOT NULL,
	`answers` text NOT NULL,
	`flag` text NOT NULL,
	PRIMARY KEY(`authority_id`, `import_id`, `n`),
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `batch_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`batch_id` text NOT NULL,
	`response_id` text NOT NULL,
	`number` integer NOT NULL,
	`entered_by` text NOT NULL,
	`entered_on` text NOT NULL,
	`sampled` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`batch_id`) REFERENCES `entry_batches`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `batch_entries_number` ON `batch_entries` (`authority_id`,`batch_id`,`number`);--> statement-breakpoint
CREATE INDEX `batch_entries_response` ON `batch_entries` (`authority_id`,`response_id`);--> statement-breakpoint
CREATE TABLE `entry_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`version_id` text NOT NULL,
	`channel` text NOT NULL,
	`place` text NOT NULL,
	`received_on` text NOT NULL,
	`expected` integer,
	`status` text NOT NULL,
	`sample_share` integer NOT NULL,
	`sample_seed` text,
	`version` integer NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`version_id`) REFERENCES `survey_versions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `entry_batches_survey` ON `entry_batches` (`authority_id`,`survey_id`);--> statement-breakpoint
CREATE TABLE `outreach_tablets` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`batch_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`public_key` text NOT NULL,
	`private_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`batch_id`) REFERENCES `entry_batches`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outreach_tablets_token` ON `outreach_tablets` (`token_hash`);--> statement-breakpoint
CREATE INDEX `outreach_tablets_batch` ON `outreach_tablets` (`authority_id`,`batch_id`);--> statement-breakpoint
CREATE TABLE `second_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`batch_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`first_answers` text NOT NULL,
	`answers` text NOT NULL,
	`entered_by` text NOT NULL,
	`entered_on` text NOT NULL,
	`settled` text NOT NULL,
	`settled_by` text,
	`settled_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`batch_id`) REFERENCES `entry_batches`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entry_id`) REFERENCES `batch_entries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `second_entries_entry` ON `second_entries` (`authority_id`,`entry_id`);--> statement-breakpoint
CREATE INDEX `second_entries_batch` ON `second_entries` (`authority_id`,`batch_id`);--> statement-breakpoint
CREATE TABLE `listening_events` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`place` text NOT NULL,
	`held_on` text NOT NULL,
	`facilitator` text NOT NULL,
	`languages` text NOT NULL,
	`heads` text NOT NULL,
	`keep_until` text NOT NULL,
	`version` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `listening_events_programme` ON `listening_events` (`authority_id`,`programme_id`,`held_on`);--> statement-breakpoint
CREATE TABLE `note_excerpts` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`event_id` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`said_by` text NOT NULL,
	`consent` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `listening_events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `note_excerpts_event` ON `note_excerpts` (`authority_id`,`event_id`,`position`);--> statement-breakpoint
CREATE INDEX `note_excerpts_programme` ON `note_excerpts` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `area_boundaries` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`title` text NOT NULL,
	`level` text NOT NULL,
	`year` text NOT NULL,
	`file_name` text NOT NULL,
	`digest` text NOT NULL,
	`tolerance` real NOT NULL,
	`areas` integer NOT NULL,
	`points_before` integer NOT NULL,
	`points` integer NOT NULL,
	`imported_at` integer NOT NULL,
	`imported_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `area_boundaries_level` ON `area_boundaries` (`authority_id`,`level`,`year`);--> statement-breakpoint
CREATE TABLE `area_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`instead` text NOT NULL,
	`because` text NOT NULL,
	`decided_at` integer NOT NULL,
	`decided_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `area_decisions_area` ON `area_decisions` (`authority_id`,`programme_id`,`code`);--> statement-breakpoint
CREATE TABLE `area_links` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`file_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`relation` text NOT NULL,
	`to_code` text NOT NULL,
	`to_name` text NOT NULL,
	`change` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`file_id`) REFERENCES `area_files`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `area_links_file` ON `area_links` (`authority_id`,`file_id`,`code`);--> statement-breakpoint
CREATE TABLE `area_settings` (
	`authority_id` text PRIMARY KEY NOT NULL,
	`codes` text NOT NULL,
	`reach_metres` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `area_shapes` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`boundaries_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`easting` integer NOT NULL,
	`northing` integer NOT NULL,
	`polygons` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`boundaries_id`) REFERENCES `area_boundaries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `area_shapes_boundaries` ON `area_shapes` (`authority_id`,`boundaries_id`,`code`);--> statement-breakpoint
CREATE TABLE `register_rows` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`register` text NOT NULL,
	`name` text NOT NULL,
	`fields` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `register_rows_programme` ON `register_rows` (`authority_id`,`programme_id`,`register`);--> statement-breakpoint
CREATE TABLE `answer_reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`response_id` text NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`decided_at` integer NOT NULL,
	`decided_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `answer_reviews_response` ON `answer_reviews` (`authority_id`,`survey_id`,`response_id`);--> statement-breakpoint
CREATE TABLE `finding_words` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`kind` text NOT NULL,
	`words` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `finding_words_programme` ON `finding_words` (`authority_id`,`programme_id`,`kind`);--> statement-breakpoint
CREATE TABLE `implausible_pairs` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`question` text NOT NULL,
	`option` text NOT NULL,
	`other_question` text NOT NULL,
	`other_option` text NOT NULL,
	`why` text NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `implausible_pairs_survey` ON `implausible_pairs` (`authority_id`,`survey_id`);--> statement-breakpoint
CREATE TABLE `population_margins` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`question` text NOT NULL,
	`unit` text NOT NULL,
	`groups` text NOT NULL,
	`source` text NOT NULL,
	`as_at` text NOT NULL,
	`assumed` integer NOT NULL,
	`version` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `population_margins_question` ON `population_margins` (`authority_id`,`survey_id`,`question`);--> statement-breakpoint
CREATE TABLE `reach_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`group_label` text NOT NULL,
	`done_on` text NOT NULL,
	`words` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reach_notes_survey` ON `reach_notes` (`authority_id`,`survey_id`,`done_on`);--> statement-breakpoint
CREATE TABLE `weightings` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`is_on` integer NOT NULL,
	`questions` text NOT NULL,
	`lowest` real NOT NULL,
	`highest` real NOT NULL,
	`missing` text NOT NULL,
	`version` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `weightings_survey` ON `weightings` (`authority_id`,`survey_id`);--> statement-breakpoint
CREATE TABLE `published_tables` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`spec` text NOT NULL,
	`answers` integer NOT NULL,
	`figures` text NOT NULL,
	`uses` text NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `published_tables_spec` ON `published_tables` (`authority_id`,`survey_id`,`spec`);--> statement-breakpoint
CREATE TABLE `coding_readings` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`source_kind` text NOT NULL,
	`source_id` text NOT NULL,
	`question` text NOT NULL,
	`digest` text NOT NULL,
	`read_at` integer NOT NULL,
	`read_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `coding_readings_once` ON `coding_readings` (`authority_id`,`programme_id`,`source_kind`,`source_id`,`question`);--> statement-breakpoint
CREATE INDEX `coding_readings_source` ON `coding_readings` (`authority_id`,`source_kind`,`source_id`);--> statement-breakpoint
CREATE TABLE `quotes` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`theme_id` text NOT NULL,
	`source_kind` text NOT NULL,
	`source_id` text NOT NULL,
	`question` text NOT NULL,
	`words` text NOT NULL,
	`chosen_at` integer NOT NULL,
	`chosen_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`theme_id`) REFERENCES `themes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `quotes_theme` ON `quotes` (`authority_id`,`theme_id`);--> statement-breakpoint
CREATE INDEX `quotes_source` ON `quotes` (`authority_id`,`source_kind`,`source_id`);--> statement-breakpoint
CREATE TABLE `redactions` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`source_kind` text NOT NULL,
	`source_id` text NOT NULL,
	`question` text NOT NULL,
	`words` text NOT NULL,
	`digest` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `redactions_once` ON `redactions` (`authority_id`,`programme_id`,`source_kind`,`source_id`,`question`);--> statement-breakpoint
CREATE INDEX `redactions_source` ON `redactions` (`authority_id`,`source_kind`,`source_id`);--> statement-breakpoint
CREATE TABLE `second_items` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`sample_id` text NOT NULL,
	`position` integer NOT NULL,
	`source_kind` text NOT NULL,
	`source_id` text NOT NULL,
	`question` text NOT NULL,
	`digest` text NOT NULL,
	`first_themes` text NOT NULL,
	`second_themes` text,
	`agreed_themes` text,
	`agreed_at` integer,
	`agreed_by` text,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`sample_id`) REFERENCES `second_samples`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `second_items_sample` ON `second_items` (`authority_id`,`sample_id`,`position`);--> statement-breakpoint
CREATE INDEX `second_items_source` ON `second_items` (`authority_id`,`source_kind`,`source_id`);--> statement-breakpoint
CREATE TABLE `second_samples` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`seed` integer NOT NULL,
	`themes` text NOT NULL,
	`coder_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`started_by` text NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `second_samples_programme` ON `second_samples` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `theme_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`what` text NOT NULL,
	`sentence` text NOT NULL,
	`inverse` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `theme_changes_programme` ON `theme_changes` (`authority_id`,`programme_id`,`at`);--> statement-breakpoint
CREATE TABLE `need_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`need_id` text NOT NULL,
	`what` text NOT NULL,
	`fields` text NOT NULL,
	`kept` text,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `need_changes_programme` ON `need_changes` (`authority_id`,`programme_id`,`need_id`);--> statement-breakpoint
CREATE TABLE `need_scores` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`need_id` text NOT NULL,
	`criterion` text NOT NULL,
	`score` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `need_scores_once` ON `need_scores` (`authority_id`,`need_id`,`criterion`);--> statement-breakpoint
CREATE INDEX `need_scores_programme` ON `need_scores` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `priority_rules` (
	`programme_id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`weights` text NOT NULL,
	`high_from` integer NOT NULL,
	`medium_from` integer NOT NULL,
	`reason` text NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `interest_contacts` (
	`interest_id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`phone` text NOT NULL,
	`preferred` text NOT NULL,
	`language` text NOT NULL,
	FOREIGN KEY (`interest_id`) REFERENCES `interests`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `interests` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`call_id` text NOT NULL,
	`reference` text NOT NULL,
	`about` text NOT NULL,
	`helps` text NOT NULL,
	`channel` text NOT NULL,
	`said_on` text NOT NULL,
	`outcome` text NOT NULL,
	`flag` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`call_id`) REFERENCES `open_calls`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `interests_reference` ON `interests` (`reference`);--> statement-breakpoint
CREATE INDEX `interests_call` ON `interests` (`authority_id`,`call_id`);--> statement-breakpoint
CREATE TABLE `open_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`invitation` text NOT NULL,
	`size` integer NOT NULL,
	`quotas` text NOT NULL,
	`closes_on` text NOT NULL,
	`keep_until` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `open_calls_code` ON `open_calls` (`code`);--> statement-breakpoint
CREATE INDEX `open_calls_programme` ON `open_calls` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `panel_draws` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`call_id` text NOT NULL,
	`seed` text NOT NULL,
	`pool` text NOT NULL,
	`panels` text NOT NULL,
	`drawn` text NOT NULL,
	`reason` text NOT NULL,
	`drawn_at` integer NOT NULL,
	`drawn_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`call_id`) REFERENCES `open_calls`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `panel_draws_call` ON `panel_draws` (`authority_id`,`call_id`,`drawn_at`);--> statement-breakpoint
CREATE TABLE `language_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`language` text NOT NULL,
	`checked_by` text NOT NULL,
	`checked_on` text NOT NULL,
	`digest` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `language_checks_language` ON `language_checks` (`authority_id`,`language`);--> statement-breakpoint
CREATE TABLE `language_wordings` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`language` text NOT NULL,
	`name` text NOT NULL,
	`wording` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `language_wordings_name` ON `language_wordings` (`authority_id`,`language`,`name`);--> statement-breakpoint
CREATE TABLE `survey_paces` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`step` integer NOT NULL,
	`answers` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_paces_step` ON `survey_paces` (`authority_id`,`survey_id`,`step`);--> statement-breakpoint
CREATE INDEX `survey_paces_survey` ON `survey_paces` (`authority_id`,`survey_id`);--> statement-breakpoint
CREATE TABLE `survey_papers` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`return_address` text NOT NULL,
	`return_by` text,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_papers_survey` ON `survey_papers` (`authority_id`,`survey_id`);--> statement-breakpoint
CREATE TABLE `presses` (
	`key` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`pressed_at` integer NOT NULL,
	`led_to` text,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `presses_age` ON `presses` (`authority_id`,`pressed_at`);--> statement-breakpoint
DROP INDEX `responses_survey`;--> statement-breakpoint
ALTER TABLE `responses` ADD `language` text;--> statement-breakpoint
CREATE INDEX `responses_survey` ON `responses` (`authority_id`,`survey_id`,`answered_on`,`id`);--> statement-breakpoint
ALTER TABLE `drafts` ADD `language` text;--> statement-breakpoint
ALTER TABLE `drafts` ADD `started_at` integer;--> statement-breakpoint
ALTER TABLE `drafts` ADD `phrase_hash` text;--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_phrase` ON `drafts` (`authority_id`,`survey_id`,`phrase_hash`);--> statement-breakpoint
ALTER TABLE `survey_versions` ADD `published_by` text;--> statement-breakpoint
ALTER TABLE `survey_versions` ADD `languages` text;--> statement-breakpoint
ALTER TABLE `survey_versions` ADD `accepted` text;--> statement-breakpoint
ALTER TABLE `surveys` ADD `lawful_basis` text;--> statement-breakpoint
ALTER TABLE `surveys` ADD `special_condition` text;--> statement-breakpoint
ALTER TABLE `surveys` ADD `languages` text;--> statement-breakpoint
ALTER TABLE `surveys` ADD `translations` text;--> statement-breakpoint
ALTER TABLE `area_files` ADD `level` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `area_files` ADD `boundaries` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `area_files` ADD `notes` text;--> statement-breakpoint
ALTER TABLE `area_files` ADD `is_own_count` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `area_rows` ADD `level` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `needs` ADD `priority_by` text DEFAULT 'person' NOT NULL;--> statement-breakpoint
ALTER TABLE `themes` ADD `parent_id` text;--> statement-breakpoint
ALTER TABLE `themes` ADD `example` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `themes` ADD `is_not` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `themes` ADD `notes` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `themes` ADD `removed_at` integer;--> statement-breakpoint
ALTER TABLE `themes` ADD `merged_into` text;--> statement-breakpoint
ALTER TABLE `thread_links` ADD `against` integer DEFAULT false NOT NULL;